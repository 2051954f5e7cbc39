'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { focusTitleOf } from '#components/plans/focus-title';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Choices, Segmented } from '#components/ui/choice';
import { Select, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { sayWeekday } from '#lib/i18n/when';
import { type RitualRhythm, ritualRhythms, type TalkForm, talkForms } from '#lib/talks/kinds';
import { cityOf } from './use-say-ritual';

export type RitualFields = { rhythm: RitualRhythm; weekday: string; time: string; form: TalkForm };

/** What is proposed first: an hour on a Sunday evening. */
export const usualRitual: RitualFields = { rhythm: 'weekly', weekday: '7', time: '20:00', form: 'full' };

/** Proposes when to talk. */
export function RitualForm({
  given,
  name,
  zone,
  look,
}: {
  given: RitualFields;
  name: string;
  /** The clock that counts, where it is not the reader's. */
  zone: string | null;
  look: 'primary' | 'quiet';
}) {
  const t = useTranslations('talks.ritual');
  const forms = useTranslations('talks.forms');
  const locale = useLocale();
  const router = useRouter();
  const { refresh } = useLive();
  const { show } = useToast();
  const { fields, write, forget } = useTyped(given, 'ritual');
  const { rhythm, weekday, time, form: length } = fields;
  const form = useForm<unknown>({
    action: '/api/ritual',
    method: 'PUT',
    body: () => ({ rhythm, ...(rhythm === 'weekly' && { weekday: Number(weekday) }), time, form: length }),
    fieldWords: { time: { required: t('timeRequired'), invalid: t('timeRequired') } },
    onDone: async () => {
      router.push('/talk');
      await refresh();
      forget();
      show(t('proposed', { name }), { tone: 'calm' });
      focusTitleOf('/talk');
    },
  });
  return (
    <Card as="div" className="sm:p-7">
      <Form form={form}>
        <Segmented<RitualRhythm>
          legend={t('rhythm')}
          name="rhythm"
          value={rhythm}
          // Every day, the shortest is what one can keep up; an hour is for every week.
          onChange={(value) => write({ rhythm: value, form: value === 'daily' ? 'brief' : 'full' })}
          options={ritualRhythms.map((value) => ({ value, label: t(value) }))}
        />
        <div className="grid items-start gap-x-3 gap-y-4 sm:grid-cols-[3fr_2fr]">
          {rhythm === 'weekly' && (
            <Select
              {...form.field('weekday')}
              label={t('weekday')}
              value={weekday}
              onChange={(event) => write({ weekday: event.target.value })}
            >
              {[1, 2, 3, 4, 5, 6, 7].map((one) => (
                <option key={one} value={one}>
                  {sayWeekday(locale, one)}
                </option>
              ))}
            </Select>
          )}
          <TextField
            {...form.field('time')}
            type="time"
            required
            label={t('time')}
            value={time}
            onChange={(event) => write({ time: event.target.value })}
          />
          {zone && <p className="-mt-2 text-muted text-sm sm:col-span-2">{t('zone', { zone: cityOf(zone) })}</p>}
        </div>
        <Choices<TalkForm>
          legend={t('form')}
          name="form"
          value={length}
          onChange={(value) => write({ form: value })}
          options={talkForms.map((value) => ({
            value,
            label: forms(`${value}.name`),
            hint: forms(`${value}.text`),
          }))}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-4 border-line border-t pt-5">
          <p className="wrap-anywhere min-w-[min(12rem,100%)] flex-1 text-muted text-sm">
            {t('proposeText', { name })}
          </p>
          <Button type="submit" look={look} busy={form.busy} className="max-sm:w-full">
            {t('propose', { name })}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
