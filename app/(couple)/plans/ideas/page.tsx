import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { step } from '#components/ideas/filter';
import { Ideas } from '#components/ideas/ideas';
import { PlansNav } from '#components/plans/plans-nav';
import { Page } from '#components/shell/page';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listOffers } from '#lib/ideas/offers';
import { listUsedIdeas } from '#lib/plans/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ideas'))('title') };
}

/** Ideas for two, in the order in which they suit my partner. */
export default async function IdeasPage() {
  const { partner } = await requireViewer();
  const { ideas, hasCard } = await readAsViewer(async (scope) => listOffers(scope, await listUsedIdeas(scope)));
  const t = await getTranslations('ideas');
  const drawn = ideas.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'drawn'));
  const others = ideas.filter((idea) => !drawn.includes(idea));
  return (
    <Page title={t('title')}>
      <PlansNav current="ideas" />
      <p className="wrap-anywhere mb-6 text-muted">
        {t('lead')} {!hasCard && (partner ? t('noCard', { name: partner.name }) : t('noCardAlone'))}
      </p>
      <Ideas drawn={drawn} first={others.slice(0, step)} total={others.length} partnerName={partner?.name ?? null} />
    </Page>
  );
}
