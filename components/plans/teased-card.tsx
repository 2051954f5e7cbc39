import { LockKeyhole } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import type { Day, Time } from '#lib/clock';
import { sayCalendarDay, sayLength } from '#lib/i18n/when';
import { useToday } from './use-today';

/** What is known of a surprise, whether it stands or is only thought of. */
export type Teased = {
  when: { day: Day; time: Time | null; minutes: number | null } | null;
  wear: string | null;
  children: string | null;
  note: string | null;
};

/** All that the partner sees of a sealed surprise. The same card serves the one who plans it as a preview. */
export function TeasedCard({
  teased,
  name,
  level = 2,
  titled = true,
  action,
}: {
  teased: Teased;
  /** Who plans it; null once they have left. */
  name: string | null;
  level?: 2 | 3;
  /** Not where the page's own title says it. */
  titled?: boolean;
  action?: ReactNode;
}) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const today = useToday();
  const Heading = level === 2 ? 'h2' : 'h3';
  const { when, wear, children, note } = teased;
  const facts = [
    when && {
      label: t('details.when'),
      words: [sayCalendarDay(locale, when.day, today), when.time].filter(Boolean).join(' · '),
    },
    when?.minutes && { label: t('form.length'), words: sayLength(locale, when.minutes) },
    wear && { label: t('teased.wear'), words: wear },
    children && { label: t('teased.children'), words: children },
  ].filter((fact) => !!fact);
  return (
    <Card as="article" tone="sealed" className="flex flex-col gap-4">
      {titled && (
        <div className="flex items-start gap-3 text-theirs">
          <LockKeyhole aria-hidden="true" strokeWidth={1.75} className="mt-1 size-5 shrink-0" />
          <Heading className="title wrap-anywhere min-w-0 text-xl">
            {name ? t('teased.title', { name }) : t('teased.titleGone')}
          </Heading>
        </div>
      )}
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-5 gap-y-3">
        {facts.map(({ label, words }) => (
          <div key={label} className="min-w-0 first:col-span-full">
            <dt className="font-medium text-sm text-theirs">{label}</dt>
            <dd className="written block font-semibold first-letter:uppercase">{words}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="written border-theirs border-l-[3px] py-0.5 pl-4">{note}</p>}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p className="text-sm text-theirs">{t('teased.rest')}</p>
        {action}
      </div>
    </Card>
  );
}
