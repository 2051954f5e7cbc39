import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { type Asked, Library } from '#components/prompts/library';
import { MutedTopics } from '#components/prompts/muted-topics';
import { OpenedList } from '#components/prompts/opened-list';
import { OwnQuestion } from '#components/prompts/own-question';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { ChipLink } from '#components/ui/chip';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { questions, wordsOf } from '#lib/prompts/library';
import { listAsked, listMutedTopics, listRevealed } from '#lib/prompts/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('prompts'))('title') };
}

const views = ['library', 'opened', 'topics'] as const;
type View = (typeof views)[number];

type Props = { searchParams: Promise<{ view?: string | string[] }> };

/** Every question there is: to ask, to read again, to leave out. */
export default async function QuestionsPage({ searchParams }: Props) {
  const { partner } = await requireViewer();
  const wanted = (await searchParams).view;
  const view = views.find((name) => name === wanted) ?? 'library';
  const t = await getTranslations('prompts');
  return (
    <Page title={t('title')} actions={<OwnQuestion />}>
      <nav aria-label={t('library.views')} className="mb-5 flex flex-wrap gap-2">
        {views.map((name) => (
          <ChipLink key={name} href={hrefOf(name)} current={name === view}>
            {t(`library.${name}`)}
          </ChipLink>
        ))}
      </nav>
      {view === 'library' && <LibraryView partnerName={partner?.name ?? null} />}
      {view === 'opened' && <OpenedView partnerName={partner?.name ?? null} />}
      {view === 'topics' && <TopicsView />}
    </Page>
  );
}

function hrefOf(view: View): string {
  return view === 'library' ? '/questions' : `/questions?view=${view}`;
}

async function LibraryView({ partnerName }: { partnerName: string | null }) {
  const asked = await readAsViewer(listAsked);
  const t = await getTranslations('prompts.library');
  const locale = await getLocale();
  const where: Asked = Object.fromEntries([...asked].map(([contentId, { id, state }]) => [contentId, { id, state }]));
  const entries = questions.map((entry) => ({
    id: entry.id,
    topic: entry.topic,
    depth: entry.depth,
    words: wordsOf(entry, locale),
  }));
  return (
    <>
      <p className="mb-5 text-muted">{t('lead')}</p>
      <Library entries={entries} asked={where} partnerName={partnerName} />
    </>
  );
}

async function OpenedView({ partnerName }: { partnerName: string | null }) {
  const revealed = await readAsViewer((scope) => listRevealed(scope));
  const t = await getTranslations('prompts.openedList');
  if (revealed.prompts.length === 0) {
    return (
      <EmptyState
        art={<MarkOutline apart className="h-20 w-auto" />}
        title={t('empty')}
        action={<ButtonLink href="/today">{t('emptyAction')}</ButtonLink>}
      >
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="opened">
      <h2 id="opened" className="title mb-3 text-xl">
        {t('title')}
      </h2>
      <OpenedList first={revealed} partnerName={partnerName} />
    </section>
  );
}

async function TopicsView() {
  const muted = await readAsViewer(listMutedTopics);
  const t = await getTranslations('prompts.mute');
  return (
    <Card aria-labelledby="topics">
      <h2 id="topics" className="title text-xl">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 text-muted">{t('lead')}</p>
      <MutedTopics muted={muted} />
    </Card>
  );
}
