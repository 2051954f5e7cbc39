import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FeelingsNav } from '#components/feelings/feelings-nav';
import { OwnLine } from '#components/feelings/own-line';
import { NeedChart, StrengthChart, WordChart } from '#components/feelings/week-charts';
import { sayWeeks } from '#components/feelings/week-words';
import { MarkOutline } from '#components/mark/circles';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { type Day, dayIn } from '#lib/clock';
import { findFeeling, findNeed, wordsOf } from '#lib/feelings/library';
import { getWeeks } from '#lib/feelings/queries';
import { findLately } from '#lib/feelings/rules';
import { getWheel } from '#lib/feelings/wheel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feelings.weeks'))('title') };
}

type Props = { searchParams: Promise<{ to?: string | string[] }> };

/** My weeks: words, strength and needs over time, for me alone. */
export default async function WeeksPage({ searchParams }: Props) {
  const { timeZone, partner } = await requireViewer();
  const asked = z.iso.date().safeParse([(await searchParams).to].flat()[0]);
  const { weeks, earlierTo, laterTo } = await readAsViewer((scope) => getWeeks(scope, asked.data as Day | undefined));
  const t = await getTranslations('feelings.weeks');
  const locale = await getLocale();
  const today = dayIn(timeZone);
  const isNow = laterTo === null;
  const isEmpty = weeks.every(({ checkIns }) => checkIns.length === 0);
  const lately = findLately(weeks, isNow) ?? findLately(weeks, false);
  const charts = { weeks, wheel: getWheel(locale), today, isNow };
  const [feeling, need] = [findFeeling(lately?.feeling ?? ''), findNeed(lately?.need ?? '')];
  const isLately = isNow && findLately(weeks, true) !== null;
  return (
    <Page title={t('title')}>
      <FeelingsNav current="weeks" />
      {isEmpty ? (
        <EmptyState
          art={<MarkOutline apart className="h-20 w-auto" />}
          title={t(earlierTo ? 'emptyNow' : 'empty')}
          action={
            <ButtonLink href="/feelings" look="quiet">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          <p>{t(earlierTo ? 'emptyNowText' : 'emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-1 text-muted text-sm">{sayWeeks(locale, weeks, today)}</p>
          {lately && feeling && (
            <p className="title mb-6 text-xl sm:text-2xl">
              {t(lately.isOften ? (isLately ? 'lately' : 'inThese') : 'once', { word: wordsOf(feeling, locale) })}{' '}
              {need && t(lately.isWithIt ? 'neededThen' : 'needed', { need: wordsOf(need, locale) })}
            </p>
          )}
          <div className="flex flex-col gap-4">
            <WordChart {...charts} />
            <StrengthChart {...charts} />
            <NeedChart {...charts} />
          </div>
        </>
      )}
      {(earlierTo || laterTo) && (
        <nav aria-label={t('other')} className="mt-5 flex flex-wrap justify-between gap-3">
          {earlierTo ? (
            <ButtonLink href={`/feelings/weeks?to=${earlierTo}`} replace look="quiet" size="small">
              {t('earlier')}
            </ButtonLink>
          ) : (
            <span />
          )}
          {laterTo && (
            <ButtonLink href={`/feelings/weeks?to=${laterTo}`} replace look="quiet" size="small">
              {t('later')}
            </ButtonLink>
          )}
        </nav>
      )}
      <div className="mt-6">
        <OwnLine partnerName={partner?.name ?? null} />
      </div>
    </Page>
  );
}
