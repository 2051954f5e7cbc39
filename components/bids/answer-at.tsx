'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { addDays, dayIn } from '#lib/clock';
import { inAnHour } from './in-an-hour';

type Which = 'today' | 'tomorrow';

/** Says at what time, today or tomorrow. */
export function AnswerAt({
  path,
  name,
  open,
  onClose,
  onDone,
}: {
  path: string;
  name: string;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('bids.at');
  const bids = useTranslations('bids');
  const zone = useTimeZone() ?? 'UTC';
  const { refresh } = useLive();
  const { show } = useToast();
  const [which, setWhich] = useState<Which>('today');
  const [time, setTime] = useState('');
  // What most say; one more tap says it.
  useEffect(() => {
    if (!open) return;
    const next = inAnHour(zone, new Date());
    setWhich(next.isTomorrow ? 'tomorrow' : 'today');
    setTime(next.time);
  }, [open, zone]);
  const form = useForm<unknown>({
    action: path,
    method: 'PUT',
    body: () => {
      const today = dayIn(zone, new Date());
      return { answer: 'at', when: { day: which === 'today' ? today : addDays(today, 1), time } };
    },
    fieldWords: { when: { required: t('required'), invalid: t('wrong') } },
    onDone: async () => {
      await refresh();
      show(bids('told', { name }), { tone: 'calm' });
      onDone();
    },
  });
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} description={t('text', { name })}>
      <Form form={form}>
        <Segmented<Which>
          legend={t('day')}
          name="which"
          value={which}
          onChange={setWhich}
          options={(['today', 'tomorrow'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <TextField
          {...form.field('when')}
          type="time"
          label={t('time')}
          required
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <Button type="submit" busy={form.busy} className="self-end max-sm:w-full">
          {t('action')}
        </Button>
      </Form>
    </Dialog>
  );
}
