import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CardViews, cardViews } from '#components/cards/card-views';
import { MyCard } from '#components/cards/my-card';
import { Noticed } from '#components/cards/noticed';
import { TheirCard } from '#components/cards/their-card';
import { PlansNav } from '#components/plans/plans-nav';
import { Page } from '#components/shell/page';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { getCards, listObservations } from '#lib/cards/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cards'))('title') };
}

type Props = { searchParams: Promise<{ view?: string | string[] }> };

/** What pleases each of us: my card, my partner's, and what I noticed. */
export default async function CardsPage({ searchParams }: Props) {
  const { partner } = await requireViewer();
  const wanted = (await searchParams).view;
  const view = cardViews.find((name) => name === wanted) ?? 'mine';
  const t = await getTranslations('cards');
  const partnerName = partner?.name ?? null;
  return (
    <Page title={t('title')}>
      <PlansNav current="cards" />
      <CardViews current={view} partnerName={partnerName} />
      {view === 'mine' && <MineView partnerName={partnerName} />}
      {view === 'theirs' && <TheirsView partnerName={partnerName} />}
      {view === 'noticed' && <NoticedView partnerName={partnerName} />}
    </Page>
  );
}

type ViewProps = { partnerName: string | null };

async function MineView({ partnerName }: ViewProps) {
  const { mine } = await readAsViewer(getCards);
  const t = await getTranslations('cards.mine');
  const { learned, shown, ...saved } = mine ?? { likes: [], noes: [], words: {}, learned: {}, shown: false };
  return (
    <>
      <p className="wrap-anywhere mb-5 text-muted">{partnerName ? t('lead', { name: partnerName }) : t('leadAlone')}</p>
      <MyCard saved={saved} learned={learned} isShown={shown} partnerName={partnerName} />
    </>
  );
}

async function TheirsView({ partnerName }: ViewProps) {
  const { theirs } = await readAsViewer(getCards);
  return <TheirCard card={theirs} partnerName={partnerName} />;
}

async function NoticedView({ partnerName }: ViewProps) {
  const observations = await readAsViewer(listObservations);
  return <Noticed observations={observations} partnerName={partnerName} />;
}
