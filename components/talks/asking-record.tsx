import { PenLine } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useToday } from '#components/plans/use-today';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { dayIn } from '#lib/clock';
import { sayCalendarDay } from '#lib/i18n/when';
import type { UnapprovedTalk } from '#lib/talks/queries';

/** A talk that is written down and waits for my yes. */
export function AskingRecord({ talk, isFirst }: { talk: UnapprovedTalk; isFirst: boolean }) {
  const t = useTranslations('talks.asking');
  const locale = useLocale();
  const today = useToday();
  const zone = useTimeZone() ?? 'UTC';
  const title = t('record', { day: sayCalendarDay(locale, dayIn(zone, new Date(talk.begunAt)), today) });
  return (
    <RowCard
      as="li"
      level={3}
      icon={<PenLine strokeWidth={1.75} />}
      tone="ours"
      title={title}
      action={
        <ButtonLink
          href={`/talk/${talk.id}`}
          look={isFirst ? 'primary' : 'quiet'}
          size="small"
          aria-label={t('readOf', { title })}
        >
          {t('read')}
        </ButtonLink>
      }
    >
      {t('recordText')}
    </RowCard>
  );
}
