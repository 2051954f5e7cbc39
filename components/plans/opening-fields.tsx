'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Choices } from '#components/ui/choice';
import { TextField } from '#components/ui/field';
import type { FormState } from '#components/ui/form';
import type { Day, Time } from '#lib/clock';
import { sayPlanned } from '#lib/i18n/when';
import { type OpeningFields as Fields, openingOf } from './opening';
import type { WhenFields } from './plan-fields';
import { useToday } from './use-today';

/** When a surprise opens for my partner. */
export function OpeningFields({
  form,
  fields,
  name,
  onChange,
}: {
  form: FormState;
  fields: Fields & WhenFields;
  name: string;
  onChange: (change: Partial<Fields>) => void;
}) {
  const t = useTranslations('plans.form');
  const locale = useLocale();
  const today = useToday();
  const { day, time, opensDay, opensTime } = fields;
  const opens = openingOf(fields, fields);
  const passed = form.field('opens').error;
  const start = {
    value: 'start' as const,
    label: t('opensStart'),
    hint: day && (
      <span className="inline-block first-letter:uppercase">
        {sayPlanned(locale, { day: day as Day, time: time as Time, minutes: null }, today)}
      </span>
    ),
  };
  return (
    <div className="flex flex-col gap-3">
      <Choices
        legend={t('opens', { name })}
        name="opens"
        value={opens}
        onChange={(value) => onChange({ opens: value })}
        error={opens === 'time' ? undefined : passed}
        options={[
          ...(day && time ? [start] : []),
          { value: 'time', label: t(day && time ? 'opensTime' : 'opensDayTime') },
          { value: 'hand', label: t('opensHand'), hint: t('opensHandHint') },
        ]}
      />
      {opens === 'time' && (
        <div className="flex flex-wrap items-start gap-3">
          <TextField
            {...form.field('opens.day')}
            type="date"
            min={today}
            max="2099-12-31"
            required
            label={t('opensDay')}
            value={opensDay}
            onChange={(event) => onChange({ opens, opensDay: event.target.value })}
            className="min-w-[min(11rem,100%)] flex-[2]"
          />
          <TextField
            {...form.field('opens.time')}
            error={form.field('opens.time').error ?? passed}
            type="time"
            required
            label={t('opensClock')}
            value={opensTime}
            onChange={(event) => onChange({ opens, opensTime: event.target.value })}
            className="min-w-[min(8.75rem,100%)] flex-1"
          />
        </div>
      )}
    </div>
  );
}
