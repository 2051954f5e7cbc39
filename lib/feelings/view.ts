import { keptCheckIn } from '#lib/feelings/check-in-schema';
import type { Strength } from '#lib/feelings/kinds';
import type { CheckIn } from '#lib/generated/prisma/client';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** How I was at a moment: ids of the library (lib/feelings/library.ts), and a line of my own. */
export type CheckInView = {
  id: string;
  at: string;
  feelings: string[];
  strength: Strength | null;
  body: string[];
  around: string[];
  needs: string[];
  line: string | null;
};

/** What a check-in is sealed as. */
export const checkInPlace = (id: string) => ({ table: 'check_in', column: 'sealed_body', id });

export async function viewCheckIn(scope: Pick<Scope, 'db'>, row: CheckIn): Promise<CheckInView> {
  const kept = keptCheckIn.parse(JSON.parse(await unseal(scope, checkInPlace(row.id), row.sealedBody)));
  return {
    ...kept,
    id: row.id,
    at: row.createdAt.toISOString(),
    strength: kept.strength ?? null,
    line: kept.line ?? null,
  };
}
