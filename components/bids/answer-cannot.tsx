'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Select, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { furthestDay } from '#lib/bids/kinds';
import { addDays, dayIn } from '#lib/clock';
import { sayCalendarDay } from '#lib/i18n/when';

/** Says no for now, and when instead: in a line, with a time, or both. What was typed is kept until it was said. */
export function AnswerCannot({
  bidId,
  path,
  name,
  open,
  onClose,
  onDone,
}: {
  bidId: string;
  path: string;
  name: string;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('bids.cannot');
  const bids = useTranslations('bids');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const { refresh } = useLive();
  const { show } = useToast();
  const { fields, write, forget } = useTyped({ text: '', day: '', time: '' }, 'bid', bidId);
  const form = useForm<unknown>({
    action: path,
    method: 'PUT',
    body: () => {
      const { text, day, time } = fields;
      return { answer: 'cannot', ...(text.trim() && { text }), ...(day && { when: { day, time } }) };
    },
    fieldWords: {
      text: { required: t('required'), invalid: t('required') },
      when: { required: t('required'), invalid: t('wrong') },
    },
    onDone: async () => {
      await refresh();
      forget();
      show(bids('told', { name }), { tone: 'calm' });
      onDone();
    },
  });
  const today = dayIn(zone, new Date());
  const days = Array.from({ length: furthestDay.cannot + 1 }, (_, away) => addDays(today, away));
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} description={t('text')} sticky>
      <Form form={form}>
        <TextField
          {...form.field('text')}
          label={t('line')}
          hint={t('lineHint')}
          required={!fields.day}
          autoComplete="off"
          dir="auto"
          value={fields.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        <div className="flex flex-wrap gap-3">
          <Select
            label={t('day')}
            name="day"
            value={fields.day}
            onChange={(event) => write({ day: event.target.value })}
            className="min-w-[min(11rem,100%)] flex-[2]"
          >
            <option value="">{t('noDay')}</option>
            {days.map((day) => (
              <option key={day} value={day}>
                {sayCalendarDay(locale, day, today)}
              </option>
            ))}
          </Select>
          {fields.day && (
            <TextField
              {...form.field('when')}
              type="time"
              label={t('time')}
              required
              value={fields.time}
              onChange={(event) => write({ time: event.target.value })}
              className="min-w-[min(8.75rem,100%)] flex-1"
            />
          )}
        </div>
        <Button type="submit" busy={form.busy} className="self-end max-sm:w-full">
          {t('action')}
        </Button>
      </Form>
    </Dialog>
  );
}
