import type { Scope } from '#lib/transaction';

/** Who wrote something: me, my partner, or somebody who has left. */
export type Author = 'me' | 'partner' | 'gone';

export function authorOf({ member }: Pick<Scope, 'member'>, id: string | null): Author {
  if (id === member.userId) return 'me';
  return id !== null && id === member.partner?.id ? 'partner' : 'gone';
}
