'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Select, TextField } from '#components/ui/field';
import type { FormState } from '#components/ui/form';
import { sayLength } from '#lib/i18n/when';
import type { WhenFields as Fields } from './plan-fields';

/** Lengths to choose from, in minutes. */
const lengths = [30, 60, 90, 120, 180, 240, 360, 480, 1440, 2 * 1440, 3 * 1440, 7 * 1440];

/** Day, time and length. The last two hang on the day, and come with it. */
export function WhenFields({
  form,
  fields,
  onChange,
  required,
}: {
  form: FormState;
  fields: Fields;
  onChange: (change: Partial<Fields>) => void;
  /** The day must be said. */
  required?: boolean;
}) {
  const t = useTranslations('plans.form');
  const locale = useLocale();
  const { day, time, minutes } = fields;
  const chosen = Number(minutes);
  const offered = chosen && !lengths.includes(chosen) ? [...lengths, chosen].sort((a, b) => a - b) : lengths;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-4">
      <TextField
        {...form.field('when.day')}
        type="date"
        min="2020-01-01"
        max="2099-12-31"
        label={t('day')}
        hint={required || day ? undefined : t('dayHint')}
        required={required}
        value={day}
        onChange={(event) => onChange({ day: event.target.value })}
        aside={
          day &&
          !required && (
            <button
              type="button"
              className="target rounded-sm text-muted text-sm underline decoration-1 underline-offset-[0.2em] hover:text-ink"
              onClick={(event) => {
                // The button goes with the day; the focus stays at the field.
                (event.currentTarget.form?.elements.namedItem('when.day') as HTMLElement | null)?.focus();
                onChange({ day: '' });
              }}
            >
              {t('dayOpen')}
            </button>
          )
        }
        className="min-w-[min(11rem,100%)] flex-[2]"
      />
      {day && (
        <>
          <TextField
            {...form.field('when.time')}
            type="time"
            label={t('time')}
            value={time}
            onChange={(event) => onChange({ time: event.target.value })}
            className="min-w-[min(8.75rem,100%)] flex-1"
          />
          <Select
            {...form.field('when.minutes')}
            label={t('length')}
            value={minutes}
            onChange={(event) => onChange({ minutes: event.target.value })}
            className="min-w-[min(8.75rem,100%)] flex-1"
          >
            <option value="">{t('lengthOpen')}</option>
            {offered.map((length) => (
              <option key={length} value={length}>
                {sayLength(locale, length)}
              </option>
            ))}
          </Select>
        </>
      )}
    </div>
  );
}
