import { CalendarPlus, Leaf } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { sayCalendarDay } from '#lib/i18n/when';
import type { PlanView } from '#lib/plans/view';
import { Felt } from './felt';
import { Fold } from './fold';
import { LivedButton } from './lived-button';
import { PlanDetails } from './plan-details';
import { PlanMenu } from './plan-menu';
import { Rate } from './rate';
import { Replies } from './replies';
import { Trail } from './trail';
import { useToday } from './use-today';

/** A plan of both: what it is, what I say to it, how it felt, and how it came about. */
export function SharedPlan({
  plan,
  name,
  partnerName,
  begins,
}: {
  plan: PlanView;
  name: string;
  partnerName: string | null;
  begins: boolean;
}) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const today = useToday();
  const { id, kind, state, laterUntil, livedOn, isPast, felt } = plan;
  const isSurprise = kind === 'surprise';
  const canChange = !isSurprise && partnerName !== null;
  const isSettling = state === 'proposed' || state === 'later' || state === 'planned';
  const hasFelt = felt.mine !== null || felt.theirs !== null;
  const menu = isSettling ? 'letGo' : state === 'lived' && !hasFelt ? 'unlive' : null;
  const details = (
    <PlanDetails plan={plan} menu={menu && <PlanMenu planId={id} can={menu} />}>
      {laterUntil && (
        <Notice icon={null} title={t('reply.later', { day: sayCalendarDay(locale, laterUntil, today) })}>
          {plan.askedOf === 'me' && t('reply.laterText')}
        </Notice>
      )}
      {state === 'letgo' && <Notice icon={<Leaf aria-hidden="true" />}>{t('letgo.text')}</Notice>}
      {state === 'planned' && (
        <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
          {plan.when && !isPast && (
            <ButtonLink
              href={`/api/plans/${id}/calendar`}
              prefetch={false}
              download
              look="quiet"
              icon={<CalendarPlus aria-hidden="true" strokeWidth={1.75} className="size-4.5" />}
            >
              {t('planned.calendar')}
            </ButtonLink>
          )}
          <LivedButton planId={id} day={plan.day} look={isPast ? 'primary' : 'quiet'} />
        </div>
      )}
    </PlanDetails>
  );
  return (
    <div className="flex flex-col gap-4">
      {details}
      <Trail plan={plan} names={{ name, partnerName }} />
      {livedOn && state === 'lived' && <Felt plan={plan} name={name} partnerName={partnerName} />}
      {canChange && <Replies plan={plan} partnerName={partnerName} begins={begins} />}
      {!isSurprise && isSettling && !isPast && partnerName && (
        <Fold title={t('rate.title')}>
          <div className="[&>section]:rounded-none [&>section]:border-0 [&>section]:bg-transparent [&>section]:pt-0 [&>section]:shadow-none [&_#rate]:sr-only">
            <Rate planId={id} rating={plan.rating} />
          </div>
        </Fold>
      )}
    </div>
  );
}
