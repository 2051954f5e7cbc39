import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Fold } from '#components/plans/fold';
import { PlanSection } from '#components/plans/plan-section';
import { Page } from '#components/shell/page';
import { KindFilter } from '#components/talks/kind-filter';
import { KindStarts } from '#components/talks/kind-starts';
import { NoteLines } from '#components/talks/note-lines';
import { PrivateLine } from '#components/talks/private-line';
import { TalkNav } from '#components/talks/talk-nav';
import { ButtonLink } from '#components/ui/button';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { noteKinds } from '#lib/talks/kinds';
import { listNotes } from '#lib/talks/notes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.notes'))('title') };
}

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

/** My notes for talks: what I bring, what stays with me, what we have talked about. */
export default async function NotesPage({ searchParams }: Props) {
  const { partner } = await requireViewer();
  const wanted = [(await searchParams).kind].flat()[0];
  const all = await readAsViewer(listNotes);
  const t = await getTranslations('talks.notes');
  const partnerName = partner?.name ?? null;
  const kinds = noteKinds.filter((kind) => all.some((note) => note.kind === kind));
  const kind = kinds.find((one) => one === wanted);
  const notes = kind ? all.filter((note) => note.kind === kind) : all;
  const taken = notes.filter(({ isTaken }) => isTaken);
  const open = notes.filter(({ isTaken }) => !isTaken);
  const now = open.filter(({ talkId }) => talkId);
  const brought = open.filter(({ matterId, talkId }) => matterId && !talkId);
  const kept = open.filter(({ matterId }) => !matterId);
  return (
    <Page
      title={t('title')}
      actions={
        <ButtonLink
          href="/talk/notes/new"
          look={all.length > 0 ? 'primary' : 'quiet'}
          icon={<Plus aria-hidden="true" className="size-4.5" />}
        >
          {t('new')}
        </ButtonLink>
      }
    >
      <TalkNav current="notes" />
      <div className="mb-6">
        <PrivateLine partnerName={partnerName} />
      </div>
      {kinds.length > 1 && <KindFilter path="/talk/notes" kinds={kinds} current={kind} label={t('filter')} />}
      <div className="flex flex-col gap-7">
        {now.length > 0 && (
          <PlanSection id="now" title={t('now')} text={t('nowText', { name: partnerName ?? '' })}>
            <NoteLines notes={now} partnerName={partnerName} />
          </PlanSection>
        )}
        {brought.length > 0 && (
          <PlanSection id="brought" title={t('brought')} text={t('broughtText', { name: partnerName ?? '' })}>
            <NoteLines notes={brought} partnerName={partnerName} />
          </PlanSection>
        )}
        {kept.length > 0 && (
          <PlanSection id="kept" title={t('kept')} isPrivate>
            <NoteLines notes={kept} partnerName={partnerName} />
          </PlanSection>
        )}
        {open.length === 0 && !kind && (
          <PlanSection id="start" title={t('empty')} text={t('emptyText')}>
            <KindStarts />
          </PlanSection>
        )}
        {taken.length > 0 && (
          <Fold title={t('taken')}>
            <div className="flex flex-col gap-4 px-5 pb-5 sm:px-6 sm:pb-6">
              <p className="text-muted text-sm">{t('takenText')}</p>
              <NoteLines notes={taken} partnerName={partnerName} />
            </div>
          </Fold>
        )}
      </div>
    </Page>
  );
}
