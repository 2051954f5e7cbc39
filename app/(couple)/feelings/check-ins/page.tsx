import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EarlierList } from '#components/feelings/earlier-list';
import { MarkOutline } from '#components/mark/circles';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listCheckIns } from '#lib/feelings/queries';
import { getWheel } from '#lib/feelings/wheel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feelings.all'))('title') };
}

/** All that I have kept of how I was. */
export default async function CheckInsPage() {
  await requireViewer();
  const listed = await readAsViewer((scope) => listCheckIns(scope));
  const t = await getTranslations('feelings');
  return (
    <Page title={t('all.title')} eyebrow={<BackLink href="/feelings">{t('place')}</BackLink>}>
      {listed.checkIns.length === 0 ? (
        <EmptyState
          art={<MarkOutline apart className="h-20 w-auto" />}
          title={t('all.empty')}
          action={
            <ButtonLink href="/feelings" look="quiet">
              {t('weeks.emptyAction')}
            </ButtonLink>
          }
        >
          <p>{t('all.emptyText')}</p>
        </EmptyState>
      ) : (
        <EarlierList first={listed} wheel={getWheel(await getLocale())} />
      )}
    </Page>
  );
}
