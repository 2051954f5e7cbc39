import { CalendarClock, HandHelping, MessagesSquare, NotebookPen, PenLine } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useToday } from '#components/plans/use-today';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { dayIn } from '#lib/clock';
import { sayCalendarDay } from '#lib/i18n/when';
import type { TodaysTalk } from '#lib/talks/today';
import { Dotted } from './dotted';
import { UnderWay } from './under-way';
import { useSayStart } from './use-say-start';

/** What of talks matters today, a row each. */
export function TodaysTalkRows({ rows, partnerName }: { rows: TodaysTalk[]; partnerName: string }) {
  return rows.map((row) =>
    row.kind === 'underWay' ? (
      <UnderWay key={row.kind} talk={row.talk} />
    ) : (
      <Row key={row.kind} row={row} name={partnerName} />
    ),
  );
}

/** It is now, and stands before everything else of the day. */
export const isOfNow = ({ kind }: TodaysTalk) => kind === 'underWay' || kind === 'now';

type QuietRow = Exclude<TodaysTalk, { kind: 'underWay' }>;
type RowWords = { title: string; text?: ReactNode; href: string; action: string };

function useRowWords(row: QuietRow, name: string): RowWords {
  const t = useTranslations('talks.today');
  const forms = useTranslations('talks.forms');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const sayStart = useSayStart();
  switch (row.kind) {
    case 'now':
      return { title: t('now'), text: forms(`${row.next.form}.name`), href: '/talk', action: t('begin') };
    case 'near':
      return {
        title: t('near'),
        text: <Dotted>{t('nearText', { when: sayStart(row.next.startsAt) })}</Dotted>,
        href: '/talk/notes/new?bring=1',
        action: t('bring'),
      };
    case 'asks':
      return { title: t('asks', { name }), href: '/talk', action: t('look') };
    case 'record': {
      const day = sayCalendarDay(locale, dayIn(zone, new Date(row.talk.begunAt)), today);
      return { title: t('record'), text: t('recordText', { day }), href: `/talk/${row.talk.id}`, action: t('look') };
    }
    case 'due':
      return { title: t('due'), text: row.commitment.text, href: '/talk', action: t('look') };
    case 'offer':
      return { title: t('offer', { name }), text: row.commitment.text, href: '/talk', action: t('look') };
  }
}

const icons: Record<QuietRow['kind'], ReactNode> = {
  now: <MessagesSquare strokeWidth={1.75} />,
  near: <NotebookPen strokeWidth={1.75} />,
  asks: <CalendarClock strokeWidth={1.75} />,
  record: <PenLine strokeWidth={1.75} />,
  offer: <HandHelping strokeWidth={1.75} />,
  due: <HandHelping strokeWidth={1.75} />,
};

const tones = {
  now: 'ours',
  near: 'mine',
  asks: 'theirs',
  record: 'ours',
  offer: 'theirs',
  due: 'ours',
} as const;

function Row({ row, name }: { row: QuietRow; name: string }) {
  const t = useTranslations('talks.today');
  const { title, text, href, action } = useRowWords(row, name);
  return (
    <RowCard
      icon={icons[row.kind]}
      tone={tones[row.kind]}
      title={<span className="wrap-anywhere">{title}</span>}
      action={
        <ButtonLink
          href={href}
          look={row.kind === 'now' ? 'primary' : 'quiet'}
          size="small"
          aria-label={action === t('look') ? t('lookOf', { title }) : `${action}: ${title}`}
        >
          {action}
        </ButtonLink>
      }
    >
      {text && (
        <p className="wrap-anywhere line-clamp-2 first-letter:uppercase" dir="auto">
          {text}
        </p>
      )}
    </RowCard>
  );
}
