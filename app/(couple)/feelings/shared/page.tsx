import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { BackLink } from '#components/plans/back-link';
import { PlanSection } from '#components/plans/plan-section';
import { SharingLines } from '#components/sharings/sharing-lines';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listSharings } from '#lib/sharings/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sharings'))('title') };
}

/** What we shaped for each other; and what of mine waits to go, which only I see. */
export default async function SharedPage() {
  const { partner } = await requireViewer();
  const { waiting, delivered } = await readAsViewer(listSharings);
  const t = await getTranslations('sharings');
  const journal = await getTranslations('journal');
  const partnerName = partner?.name ?? null;
  const start = partner && (
    <ButtonLink
      href="/feelings/shared/new"
      look={delivered.length + waiting.length > 0 ? 'quiet' : 'primary'}
      icon={<Plus aria-hidden="true" className="size-4.5" />}
    >
      {t('new')}
    </ButtonLink>
  );
  const isEmpty = waiting.length + delivered.length === 0;
  return (
    <Page
      title={t('title')}
      eyebrow={<BackLink href="/feelings/journal">{journal('title')}</BackLink>}
      actions={!isEmpty && start}
    >
      <div className="flex flex-col gap-7">
        {waiting.length > 0 && (
          <PlanSection id="waiting" title={t('waiting.title')} text={t('waiting.text')} isPrivate>
            <SharingLines sharings={waiting} partnerName={partnerName} />
          </PlanSection>
        )}
        {delivered.length > 0 && (
          <PlanSection id="delivered" title={t('list.title')}>
            <SharingLines sharings={delivered} partnerName={partnerName} />
          </PlanSection>
        )}
        {isEmpty && (
          <EmptyState art={<MarkOutline className="h-20 w-auto" />} title={t('list.empty')} action={start}>
            <p>{t('list.emptyText')}</p>
            {!partner && <p className="mt-2">{t('alone')}</p>}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}
