import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LiveTalk } from '#components/live-talk/live-talk';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { AppError } from '#lib/error';
import { listCommitments } from '#lib/talks/commitments';
import { getLive } from '#lib/talks/live/queries';
import { listNotes } from '#lib/talks/notes';
import { getRecord } from '#lib/talks/record';
import { getSchedule } from '#lib/talks/schedule';
import { talkParams } from '#lib/talks/schema';
import type { NoteView } from '#lib/talks/view';
import { listKept } from '#lib/thanks/queries';
import { getTurn } from '#lib/turns/queries';

// What it is about does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live'))('title') };
}

/** My notes that this talk needs: what I brought to it, and thanks and asks that wait for one. */
function isFor({ talkId, kind, isTaken }: NoteView, id: string): boolean {
  return talkId === id || (!isTaken && talkId === null && (kind === 'gratitude' || kind === 'ask'));
}

/** A talk under way, as one of the two sees it. */
export default async function LiveTalkPage({ params }: { params: Promise<{ id: string }> }) {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const { name, partner } = await requireViewer();
  const { id } = await params;
  if (!talkParams.safeParse({ id }).success) notFound();
  const read = await readAsViewer(async (scope) => {
    try {
      const live = await getLive(scope, id);
      return {
        live,
        notes: (await listNotes(scope)).filter((note) => isFor(note, id)),
        commitments: await listCommitments(scope),
        record: await getRecord(scope, id),
        next: (await getSchedule(scope)).next,
        thanks: await listKept(scope, { forTalk: true }),
        turn: await getTurn(scope),
      };
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    }
  });
  if (!read) notFound();
  const { live, ...words } = read;
  const t = await getTranslations('live');
  return <LiveTalk key={id} initial={live} name={name} partnerName={partner?.name ?? t('partner')} words={words} />;
}
