import type { Prisma } from '#lib/generated/prisma/client';
import type { State } from '#lib/talks/live/machine';

/** Where a talk stands: as it was stored, by us alone, or over, where one of the two has gone for good. */
export function stateOf({ state: stored, endedAt }: Pick<Prisma.TalkGetPayload<object>, 'state' | 'endedAt'>): State {
  const state = stored as unknown as State;
  if (!endedAt || state.endedAt !== null) return state;
  return { ...state, phase: 'ended', holder: null, pause: null, endedAt: endedAt.getTime() };
}
