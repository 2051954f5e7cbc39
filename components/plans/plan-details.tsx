import { MessageCircleQuestion } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { sayLength } from '#lib/i18n/when';
import type { PlanView } from '#lib/plans/view';
import { Changes } from './changes-line';
import { DateLeaf } from './date-leaf';
import { PlannedWhen } from './planned-when';

/** What a plan is, as it counts now; below it what one may do with it. */
export function PlanDetails({ plan, menu, children }: { plan: PlanView; menu?: ReactNode; children?: ReactNode }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const { content, trail, state, promptId, livedOn } = plan;
  const isMoved = livedOn !== null && livedOn !== plan.day;
  const when = isMoved ? { day: livedOn, time: null, minutes: null } : plan.when;
  const hours = [when?.time, when?.minutes && sayLength(locale, when.minutes)].filter(Boolean).join(' · ');
  const [before, last] = trail.slice(-2);
  const isAsked = state === 'proposed' || state === 'later';
  const tone = state === 'sealed' ? 'sealed' : state === 'lived' ? 'calm' : state === 'planned' ? 'ours' : 'sunk';
  return (
    <Card as="div" className="flex flex-col gap-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <DateLeaf day={when?.day ?? null} tone={tone} />
        <div className="wrap-anywhere flex min-w-[min(8rem,50%)] flex-1 flex-col gap-1 self-center">
          <p className="font-semibold">
            <PlannedWhen when={when && { ...when, time: null, minutes: null }} />
          </p>
          {hours && <p>{hours}</p>}
          {plan.agreedN !== null && state === 'planned' && <p className="text-muted text-sm">{t('details.agreed')}</p>}
        </div>
        {menu}
      </div>
      {isAsked && before?.content && last?.content && (
        <p className="-mt-2 text-muted text-sm empty:hidden">
          <Changes before={before} after={last} />
        </p>
      )}
      {content?.text && (
        <p className="written" dir="auto">
          {content.text}
        </p>
      )}
      {!content && <p className="text-muted italic">{t('trail.noWords')}</p>}
      {promptId && (
        <p className="flex items-start gap-2 text-sm">
          <MessageCircleQuestion aria-hidden="true" strokeWidth={1.75} className="mt-px size-5 shrink-0 text-ours" />
          <TextLink href={`/questions/${promptId}`}>{t('details.question')}</TextLink>
        </p>
      )}
      {children}
    </Card>
  );
}
