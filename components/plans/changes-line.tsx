import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Day } from '#lib/clock';
import { sayLeaf } from '#lib/i18n/when';
import type { VersionView } from '#lib/plans/view';
import { findChanges } from './changes';

/** What a version says otherwise than the one before it: day and time from and to, the rest by name. */
export function Changes({ before, after, same }: { before: VersionView; after: VersionView; same?: ReactNode }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const parts = findChanges(before, after);
  const isMoved = parts.includes('day') || parts.includes('time');
  const named = parts.filter((part) => part !== 'day' && part !== 'time').map((part) => t(`trail.parts.${part}`));
  const isOtherYear = before.when?.day.slice(0, 4) !== after.when?.day.slice(0, 4);
  const say = (when: VersionView['when']) =>
    when ? [sayShort(locale, when.day, isOtherYear), when.time].filter(Boolean).join('\u00a0') : t('noDay');
  if (parts.length === 0) return same;
  return (
    <>
      {isMoved && (
        <span className="block">
          <span className="sr-only">{t('trail.moved', { from: say(before.when), to: say(after.when) })}</span>
          <span aria-hidden="true">
            <span className="inline-block first-letter:uppercase">{say(before.when)}</span> →{' '}
            <span className="inline-block font-semibold first-letter:uppercase">{say(after.when)}</span>
          </span>
        </span>
      )}
      {named.length > 0 && <span className="block">{t('trail.changed', { what: named.join(', ') })}</span>}
    </>
  );
}

/** "Sat 12 Dec", short enough to stand beside another. */
function sayShort(locale: string, day: Day, withYear: boolean): string {
  const { weekday, number, month } = sayLeaf(locale, day);
  return [weekday, number, month, withYear && day.slice(0, 4)].filter(Boolean).join('\u00a0');
}
