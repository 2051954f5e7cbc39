import { CalendarDays, Gift, LockKeyhole, MessageCircleHeart, MessageCircleQuestionMark } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import type { Day } from '#lib/clock';
import { sayPlanned } from '#lib/i18n/when';
import type { Liking, TodaysPlan } from '#lib/plans/today';
import type { PlanLine } from '#lib/plans/view';
import { capitalise } from './capitalise';
import { UnopenedToday } from './surprise-rows';

/** What of the plans matters today, a row each. */
export function TodaysPlans({ rows, partnerName, today }: { rows: TodaysPlan[]; partnerName: string; today: Day }) {
  return rows.map((row) =>
    row.kind === 'turn' ? (
      <TurnRow key="turn" row={row} name={partnerName} />
    ) : row.kind === 'opened' ? (
      <UnopenedToday key={row.plan.id} id={row.plan.id} name={partnerName}>
        {row.isSoon && <PlanRow row={{ kind: 'planned', plan: row.plan }} name={partnerName} today={today} />}
      </UnopenedToday>
    ) : (
      <PlanRow key={row.plan.id} row={row} name={partnerName} today={today} />
    ),
  );
}

function TurnRow({ row: { turn, likes }, name }: { row: Extract<TodaysPlan, { kind: 'turn' }>; name: string }) {
  const t = useTranslations('today.plans');
  const turns = useTranslations('turns');
  const tastes = useTranslations('ideas.tastes');
  const say = (liking: Liking) => ('words' in liking ? liking.words : tastes(liking.taste));
  const title = turns(`mine.${turn.rhythm}`, { name });
  return (
    <RowCard
      icon={<Gift strokeWidth={1.75} />}
      tone="mine"
      title={<span className="wrap-anywhere">{title}</span>}
      action={
        <ButtonLink href="/plans/new?kind=surprise" look="quiet" size="small" aria-label={`${t('plan')}: ${title}`}>
          {t('plan')}
        </ButtonLink>
      }
    >
      {likes.length > 0 && (
        <p className="line-clamp-2 wrap-anywhere">
          {t('likes', { name, things: likes.map((liking) => capitalise(say(liking))).join(' · ') })}
        </p>
      )}
    </RowCard>
  );
}

const icons: Record<'asks' | 'planned' | 'teased' | 'sealed' | 'unfelt', ReactNode> = {
  asks: <MessageCircleQuestionMark strokeWidth={1.75} />,
  planned: <CalendarDays strokeWidth={1.75} />,
  teased: <Gift strokeWidth={1.75} />,
  sealed: <LockKeyhole strokeWidth={1.75} />,
  unfelt: <MessageCircleHeart strokeWidth={1.75} />,
};

const tones = { asks: 'theirs', planned: 'ours', teased: 'theirs', sealed: 'mine', unfelt: 'calm' } as const;

function PlanRow({
  row: { kind, plan },
  name,
  today,
}: {
  row: { kind: keyof typeof tones; plan: PlanLine };
  name: string;
  today: Day;
}) {
  const t = useTranslations('today.plans');
  const when = useWhen(plan, today);
  const title = {
    asks: t('asks', { name }),
    planned: plan.title ?? '',
    teased: t('teased', { name }),
    sealed: t('sealed'),
    unfelt: plan.title ?? '',
  }[kind];
  const text = {
    asks: plan.title,
    planned: when,
    teased: when,
    sealed: [when, t('sealedText')].filter(Boolean).join(' · '),
    unfelt: t('unfelt'),
  }[kind];
  return (
    <RowCard
      icon={icons[kind]}
      tone={tones[kind]}
      title={<span className="written">{title}</span>}
      action={
        <ButtonLink
          href={`/plans/${plan.id}${kind === 'unfelt' ? '#felt' : ''}`}
          look="quiet"
          size="small"
          aria-label={t(kind === 'unfelt' ? 'sayLabel' : 'lookLabel', {
            title: kind === 'asks' ? (plan.title ?? title) : title,
          })}
        >
          {t(kind === 'unfelt' ? 'say' : 'look')}
        </ButtonLink>
      }
    >
      {text && <p className="line-clamp-2 wrap-anywhere first-letter:uppercase">{text}</p>}
    </RowCard>
  );
}

function useWhen({ when }: PlanLine, today: Day): string | null {
  const locale = useLocale();
  return when && sayPlanned(locale, when, today);
}
