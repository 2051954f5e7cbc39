import { listCommitments } from '#lib/talks/commitments';
import { listUnapproved, type UnapprovedTalk } from '#lib/talks/queries';
import { getSchedule } from '#lib/talks/schedule';
import type { CommitmentView, NextTalk, ScheduleView } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

/** What of talks matters today. */
export type TodaysTalk =
  | { kind: 'underWay'; talk: NonNullable<ScheduleView['underWay']> }
  | { kind: 'now' | 'near'; next: NextTalk }
  | { kind: 'asks' }
  | { kind: 'record'; talk: UnapprovedTalk }
  | { kind: 'offer' | 'due'; commitment: CommitmentView };

/** What asks for something stands first, then the talk that is near. Nothing that only my partner is asked. */
export async function listTodaysTalk(scope: Scope): Promise<TodaysTalk[]> {
  if (!scope.member.partner) return [];
  const { proposed, next, underWay } = await getSchedule(scope);
  const [record] = await listUnapproved(scope);
  const commitments = await listCommitments(scope);
  const offer = commitments.find(({ state, by }) => state === 'offered' && by === 'partner');
  const due = commitments.find(({ isDue, said }) => isDue && said?.by !== 'me');
  const rows: TodaysTalk[] = [];
  if (underWay) rows.push({ kind: 'underWay', talk: underWay });
  else if (next?.isNow) rows.push({ kind: 'now', next });
  if (proposed?.by === 'partner') rows.push({ kind: 'asks' });
  if (record) rows.push({ kind: 'record', talk: record });
  if (offer) rows.push({ kind: 'offer', commitment: offer });
  if (due) rows.push({ kind: 'due', commitment: due });
  if (!underWay && next?.isNear && !next.isNow) rows.push({ kind: 'near', next });
  return rows;
}
