import { CalendarDays, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';

/** The way to one's own calendar, below the plans. */
export function CalendarWay() {
  const t = useTranslations('plans.ways');
  return (
    <Card as="div" tight className="relative flex items-center gap-3.5 hover:border-edge">
      <span
        aria-hidden="true"
        className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-lifted text-muted"
      >
        <CalendarDays strokeWidth={1.75} className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold leading-snug">
          <Link href="/plans/calendar" className="no-underline after:absolute after:inset-0">
            {t('calendar')}
          </Link>
        </h2>
        <p className="wrap-anywhere text-muted text-sm">{t('calendarText')}</p>
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
    </Card>
  );
}
