import { CalendarHeart } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Shown } from '#components/live/shown';
import { NewsCard } from '#components/news/news-card';
import { NewsSaid } from '#components/news/news-said';
import { Step } from '#components/news/step';
import { BackLink } from '#components/plans/back-link';
import { newPlanHref } from '#components/plans/kind-choice';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { findNews } from '#lib/news/queries';
import { nextOf } from '#lib/news/rules';

// The news itself does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('news'))('one') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ skip?: string | string[] }> };

/** Good news, what was said to it, and the one step that it asks of me. */
export default async function OneNewsPage({ params, searchParams }: Props) {
  const { name, partner } = await requireViewer();
  const { id } = await params;
  const news = await readAsViewer((scope) => findNews(scope, id));
  if (!news) notFound();
  const skips = [(await searchParams).skip].flat()[0] === 'question';
  const t = await getTranslations('news');
  const partnerName = partner?.name ?? null;
  const { by, answers, canGoOn } = news;
  const next = nextOf(news, { question: skips });
  const isWaiting = canGoOn && by === 'me' && !answers.great && !news.isWithdrawn;
  return (
    <Page
      title={<span className="wrap-anywhere">{t(`from.${by}`, { name: partnerName ?? '' })}</span>}
      eyebrow={<BackLink href="/thanks/news">{t('list')}</BackLink>}
    >
      <Shown id={news.id} />
      <div className="flex flex-col gap-4">
        <NewsCard news={news} name={name} partnerName={partnerName} />
        {isWaiting && (
          <p className="wrap-anywhere px-1 text-muted text-sm">{t('waiting', { name: partnerName ?? '' })}</p>
        )}
        {next && partnerName && (
          <Step
            newsId={news.id}
            next={next}
            question={answers.question?.text ?? null}
            partnerName={partnerName}
            skipHref={`/thanks/news/${news.id}?skip=question`}
          />
        )}
        <NewsSaid news={news} name={name} partnerName={partnerName} />
        {answers.celebrate?.text && canGoOn && (
          <RowCard
            icon={<CalendarHeart strokeWidth={1.75} />}
            title={t('plan.title')}
            action={
              <ButtonLink href={newPlanHref('together', { news: news.id })} look={next ? 'quiet' : 'primary'}>
                {t('plan.action')}
              </ButtonLink>
            }
          >
            {t('plan.text')}
          </RowCard>
        )}
      </div>
    </Page>
  );
}
