'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { addDays } from '#lib/clock';
import { useToday } from './use-today';

/** Not now, and when: a day on which it is asked again. */
export function PostponeForm({
  planId,
  n,
  partnerName,
  onDone,
  onLeave,
}: {
  planId: string;
  n: number;
  partnerName: string;
  onDone: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('plans.reply');
  const { refresh } = useLive();
  const { show } = useToast();
  const today = useToday();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useForm<unknown>({
    action: `/api/plans/${planId}/postponement`,
    method: 'PUT',
    body: (fields) => ({ n, until: fields.get('until') }),
    words: { plan_changed: t('meanwhile') },
    fieldWords: { until: { required: t('untilWrong'), invalid: t('untilWrong') } },
    onDone: async () => {
      await refresh();
      onDone();
      show(t('postponed'), { tone: 'calm' });
      document.getElementById('title')?.focus({ preventScroll: true });
    },
  });
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="title text-xl">
          {t('notNowTitle')}
        </h2>
        <p className="text-muted text-sm">{t('notNowText', { name: partnerName })}</p>
      </div>
      <Form form={form}>
        <TextField
          {...form.field('until')}
          type="date"
          required
          label={t('until')}
          min={addDays(today, 1)}
          max="2099-12-31"
          defaultValue={addDays(today, 7)}
        />
        <div className="flex flex-wrap justify-end gap-2.5 max-sm:flex-col-reverse">
          <Button look="plain" onClick={onLeave}>
            {t('close')}
          </Button>
          <Button type="submit" busy={form.busy}>
            {t('postpone')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
