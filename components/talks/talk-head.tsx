import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useToday } from '#components/plans/use-today';
import { Chip } from '#components/ui/chip';
import { dayIn } from '#lib/clock';
import { sayCalendarDay } from '#lib/i18n/when';
import type { TalkLine } from '#lib/talks/view';
import { useTalkFacts, useTalkTitles } from './use-talk-words';

/** What a talk was about: a line for each matter. */
export function TalkTitle({ talk }: { talk: TalkLine }) {
  const listTitles = useTalkTitles();
  return (
    <span className="flex flex-col gap-[0.35em]">
      {listTitles(talk).map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and none moves
        <span key={index} className="written">
          {title}
        </span>
      ))}
    </span>
  );
}

/** When it was, what kind of talk, how long; and that it waits for my yes. */
export function TalkFacts({ talk }: { talk: TalkLine }) {
  const t = useTranslations('talks.past');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const sayFacts = useTalkFacts();
  return (
    <>
      <Chip tone="calm">
        <span className="first-letter:uppercase">
          {sayCalendarDay(locale, dayIn(zone, new Date(talk.begunAt)), today)}
        </span>
      </Chip>
      {talk.asksMe && <Chip tone="ours">{t('asksMe')}</Chip>}
      <span className="wrap-anywhere text-muted text-sm">{sayFacts(talk)}</span>
    </>
  );
}
