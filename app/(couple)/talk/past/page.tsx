import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { MarkOutline } from '#components/mark/circles';
import { Page } from '#components/shell/page';
import { KindFilter } from '#components/talks/kind-filter';
import { PastList } from '#components/talks/past-list';
import { TalkNav } from '#components/talks/talk-nav';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listTalkedKinds, listTalks } from '#lib/talks/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.past'))('title') };
}

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

/** The talks that the two have held. */
export default async function PastPage({ searchParams }: Props) {
  const { partner } = await requireViewer();
  const wanted = [(await searchParams).kind].flat()[0];
  const { kinds, kind, listed } = await readAsViewer(async (scope) => {
    const kinds = await listTalkedKinds(scope);
    const kind = kinds.find((name) => name === wanted);
    return { kinds, kind, listed: await listTalks(scope, { kind }) };
  });
  const t = await getTranslations('talks.past');
  return (
    <Page title={t('title')}>
      <Shown id="talk" />
      <TalkNav current="past" />
      {kinds.length > 1 && <KindFilter path="/talk/past" kinds={kinds} current={kind} label={t('filter')} />}
      {listed.talks.length === 0 ? (
        <EmptyState
          art={<MarkOutline apart={!partner} className="h-20 w-auto" />}
          title={t('empty')}
          action={
            <ButtonLink href="/talk" look="quiet">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <PastList key={kind ?? ''} first={listed} kind={kind} partnerName={partner?.name ?? null} />
      )}
    </Page>
  );
}
