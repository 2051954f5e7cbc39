import { CalendarClock, ChevronLeft, Gift, LockKeyhole } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { CalendarFeed } from '#components/calendar/calendar-feed';
import { Page } from '#components/shell/page';
import { readAsViewer } from '#lib/auth/viewer';
import { findCalendar } from '#lib/calendar/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar.page'))('title') };
}

const lines = [
  { key: 'first', Icon: CalendarClock },
  { key: 'second', Icon: LockKeyhole },
  { key: 'third', Icon: Gift },
] as const;

/** What is planned, in the calendar one uses anyway. */
export default async function CalendarPage() {
  const feed = await readAsViewer(findCalendar);
  const t = await getTranslations('calendar.page');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      eyebrow={
        <Link
          href="/plans"
          className="-ml-1 inline-flex min-h-11 items-center gap-1 rounded-md pr-2 no-underline hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t('back')}
        </Link>
      }
    >
      <ul className="mb-7 flex flex-col gap-4">
        {lines.map(({ key, Icon }) => (
          <li key={key} className="flex gap-3.5">
            <span
              aria-hidden="true"
              className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-ours-tint text-ours"
            >
              <Icon strokeWidth={1.75} className="size-4.5" />
            </span>
            <span className="max-w-prose pt-1.5">{t(`how.${key}`)}</span>
          </li>
        ))}
      </ul>
      <CalendarFeed feed={feed} />
    </Page>
  );
}
