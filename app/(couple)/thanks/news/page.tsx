import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { NeedsTwo } from '#components/news/needs-two';
import { NewsLines } from '#components/news/news-lines';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listNews, readPlace } from '#lib/news/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('news'))('title') };
}

type Props = { searchParams: Promise<{ before?: string | string[] }> };

/** Good news that the two have told each other, the newest first. */
export default async function NewsPage({ searchParams }: Props) {
  const { partner } = await requireViewer();
  const before = [(await searchParams).before].flat()[0];
  const { news, next } = await readAsViewer((scope) => listNews(scope, readPlace(before)));
  const t = await getTranslations('news');
  const share = (
    <ButtonLink href="/thanks/news/new" icon={<Plus aria-hidden="true" className="size-4.5" />}>
      {t('share')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('title')}
      eyebrow={<BackLink href="/thanks">{t('back')}</BackLink>}
      actions={partner && news.length > 0 && share}
    >
      {news.length > 0 && <NewsLines news={news} partnerName={partner?.name ?? null} />}
      {news.length === 0 && partner && (
        <EmptyState art={<MarkOutline className="h-20 w-auto" />} title={t('empty.title')} action={share}>
          <p className="wrap-anywhere">{t('empty.text', { name: partner.name })}</p>
        </EmptyState>
      )}
      {news.length === 0 && !partner && (
        <NeedsTwo title={t('alone.title')} text={t('alone.text')} action={t('alone.action')} />
      )}
      {(next || before) && (
        <p className="mt-5 flex flex-wrap justify-center gap-2.5">
          {before && (
            <ButtonLink href="/thanks/news" look="plain">
              {t('newest')}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={`/thanks/news?before=${encodeURIComponent(next)}`} look="quiet">
              {t('older')}
            </ButtonLink>
          )}
        </p>
      )}
    </Page>
  );
}
