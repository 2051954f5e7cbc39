import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { sayMoment } from '#lib/i18n/when';
import type { PlanView } from '#lib/plans/view';
import { PlanDetails } from './plan-details';
import { SealedActs, SealedMenu } from './sealed-acts';
import { TakeBackTeaser } from './take-back-teaser';
import { TeasedCard } from './teased-card';

/** My own surprise while it is sealed: what it is, when it opens, and what my partner knows of it. */
export function SealedPlan({ plan, name, partnerName }: { plan: PlanView; name: string; partnerName: string }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const { id, opensAt, teaser, isTeased } = plan;
  return (
    <div className="flex flex-col gap-4">
      <PlanDetails plan={plan} menu={<SealedMenu planId={id} partnerName={partnerName} isTeased={isTeased} />}>
        <Notice tone="sealed" title={t('sealed.title')}>
          {opensAt
            ? t('sealed.opensAt', { when: sayMoment(locale, zone, new Date(opensAt), now) })
            : t('sealed.byHand')}
        </Notice>
        <SealedActs planId={id} partnerName={partnerName} />
      </PlanDetails>
      <section aria-labelledby="teaser" className="flex flex-col gap-3 pt-3">
        <h2 id="teaser" tabIndex={-1} className="title text-xl">
          {t('teaser.title', { name: partnerName })}
        </h2>
        {teaser ? (
          <>
            <TeasedCard teased={teaser} name={name} level={3} />
            <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
              <ButtonLink href={`/plans/${id}/teaser`} look="quiet">
                {t('teaser.change', { name: partnerName })}
              </ButtonLink>
              <TakeBackTeaser planId={id} partnerName={partnerName} />
            </div>
          </>
        ) : (
          <Card as="div" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <p>{t('teaser.nothing')}</p>
            <ButtonLink href={`/plans/${id}/teaser`} look="quiet" className="ml-auto">
              {t('teaser.give')}
            </ButtonLink>
          </Card>
        )}
      </section>
    </div>
  );
}
