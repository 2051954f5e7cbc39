import { ChevronDown } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { LivedList } from '#components/plans/lived-list';
import { PlanLines } from '#components/plans/plan-lines';
import { PlansNav } from '#components/plans/plans-nav';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listLetGo, listLived } from '#lib/plans/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.lived'))('title') };
}

/** What the two have lived, and what they let go. */
export default async function LivedPage() {
  const { partner } = await requireViewer();
  const { lived, letGo } = await readAsViewer(async (scope) => ({
    lived: await listLived(scope),
    letGo: await listLetGo(scope),
  }));
  const t = await getTranslations('plans.lived');
  const partnerName = partner?.name ?? null;
  return (
    <Page title={t('title')}>
      <PlansNav current="lived" />
      {lived.plans.length > 0 ? (
        <LivedList first={lived} partnerName={partnerName} />
      ) : (
        <EmptyState
          art={<MarkOutline className="h-20 w-auto" />}
          title={t('empty')}
          action={
            <ButtonLink href="/plans" look="quiet">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      {letGo.length > 0 && (
        <details className="group mt-8 border-line border-t pt-2">
          <summary className="flex min-h-14 items-center justify-between gap-3 rounded-md">
            <span>
              <h2 className="title text-xl">{t('letgo')}</h2>
              <span className="block text-muted text-sm">{t('letgoText')}</span>
            </span>
            <ChevronDown
              aria-hidden="true"
              className="size-5 shrink-0 text-muted transition-[rotate] duration-150 group-open:rotate-180"
            />
          </summary>
          <div className="pt-3">
            <PlanLines lines={letGo} partnerName={partnerName} />
          </div>
        </details>
      )}
    </Page>
  );
}
