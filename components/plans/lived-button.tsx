'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import type { Day } from '#lib/clock';
import { useToday } from './use-today';

/** Says that a plan has happened, and when. */
export function LivedButton({ planId, day, look }: { planId: string; day: Day | null; look: 'primary' | 'quiet' }) {
  const t = useTranslations('plans.planned');
  const { refresh } = useLive();
  const { show } = useToast();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const form = useForm<unknown>({
    action: `/api/plans/${planId}/lived`,
    method: 'PUT',
    fieldWords: { day: { required: t('livedWrong'), invalid: t('livedWrong') } },
    onDone: async () => {
      setOpen(false);
      await refresh();
      show(t('livedDone'), { tone: 'calm' });
      document.getElementById('felt')?.focus();
    },
  });
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {t('lived')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('livedTitle')}>
        <Form form={form}>
          <TextField
            {...form.field('day')}
            type="date"
            required
            label={t('livedDay')}
            max={today}
            defaultValue={day && day <= today ? day : today}
          />
          <Button type="submit" busy={form.busy} className="self-end max-sm:w-full">
            {t('lived')}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
