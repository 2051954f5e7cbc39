import type { Entry } from '#lib/generated/prisma/client';
import type { EntryForm } from '#lib/journal/kinds';
import { listSentences } from '#lib/journal/rules';
import { sealedEntry } from '#lib/journal/schema';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** An entry of my own. */
export type EntryView = {
  id: string;
  form: EntryForm;
  text: string | null;
  /** What I noticed in the body, the words for it, and what I need: ids of content/feelings. */
  sensations: string[];
  feelings: string[];
  needs: string[];
  /** How often it was written. */
  n: number;
  createdAt: string;
};

/** An entry in the list: how it begins. */
export type EntryLine = Pick<EntryView, 'id' | 'form' | 'feelings' | 'createdAt'> & { begins: string | null };

export const placeOf = (id: string) => ({ table: 'entry', column: 'sealed_body', id });

export async function viewEntry(scope: Scope, row: Entry): Promise<EntryView> {
  const { form, text, sensations, feelings, needs } = sealedEntry.parse(
    JSON.parse(await unseal(scope, placeOf(row.id), row.sealedBody)),
  );
  return {
    id: row.id,
    form,
    text: text ?? null,
    sensations: sensations ?? [],
    feelings: feelings ?? [],
    needs: needs ?? [],
    n: row.n,
    createdAt: row.createdAt.toISOString(),
  };
}

/** In characters. */
const longestBeginning = 140;

export async function viewLine(scope: Scope, row: Entry): Promise<EntryLine> {
  const { id, form, text, feelings, createdAt } = await viewEntry(scope, row);
  const [first = null] = text ? listSentences(text.slice(0, 1000), scope.member.locale) : [];
  const begins =
    first && first.length > longestBeginning ? `${[...first].slice(0, longestBeginning).join('')}…` : first;
  return { id, form, begins, feelings, createdAt };
}
