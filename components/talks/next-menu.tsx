'use client';

import { CalendarClock, CalendarX, Ellipsis } from 'lucide-react';
import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct, useSend } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { Menu } from '#components/ui/menu';
import { useToast } from '#components/ui/toast';
import { dayIn, timeIn } from '#lib/clock';
import type { NextTalk } from '#lib/talks/view';

/** Moves the next talk, or leaves it out. */
export function NextMenu({ next }: { next: NextTalk }) {
  const t = useTranslations('talks.next');
  const [isMoving, setMoving] = useState(false);
  const { act } = useAct();
  const sendAct = useSend();
  const { show } = useToast();
  const path = `/api/talks/days/${next.day}/skip`;
  const skip = async () => {
    const sent = await act('PUT', path, undefined, { focus: 'title' });
    if (!sent?.ok) return;
    const goBack = () => void sendAct('DELETE', path, undefined, { announce: t('isBack'), focus: 'next' });
    show(t('skipped'), { action: { label: t('back'), onSelect: goBack } });
  };
  return (
    <>
      <Menu
        label={t('menu')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-my-1 -mr-2 shrink-0 hover:bg-lifted"
        items={[
          { label: t('move'), icon: <CalendarClock aria-hidden="true" />, onSelect: () => setMoving(true) },
          { label: t('skip'), icon: <CalendarX aria-hidden="true" />, onSelect: () => void skip() },
        ]}
      />
      <MoveDialog next={next} open={isMoving} onClose={() => setMoving(false)} />
    </>
  );
}

function MoveDialog({ next, open, onClose }: { next: NextTalk; open: boolean; onClose: () => void }) {
  const t = useTranslations('talks');
  const { refresh, partnerName } = useLive();
  const { show } = useToast();
  const zone = useTimeZone() ?? 'UTC';
  const form = useForm<unknown>({
    action: `/api/talks/days/${next.day}`,
    method: 'PUT',
    body: (fields) => ({ startsAt: { day: fields.get('startsAt.day'), time: fields.get('startsAt.time') } }),
    fieldWords: {
      'startsAt.day': { required: t('move.wrong'), invalid: t('move.wrong') },
      'startsAt.time': { required: t('move.wrong'), invalid: t('move.wrong') },
      startsAt: { invalid: t('move.wrong') },
    },
    onDone: async () => {
      await refresh();
      onClose();
      show(t('move.done'), { tone: 'calm' });
    },
  });
  const startsAt = new Date(next.startsAt);
  const day = form.field('startsAt.day');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      sticky
      title={t('move.title')}
      description={t('move.text', { name: partnerName ?? t('partner') })}
    >
      <Form form={form}>
        <div className="flex flex-wrap items-start gap-3">
          <TextField
            {...day}
            error={day.error ?? form.field('startsAt').error}
            type="date"
            required
            min={dayIn(zone)}
            max="2099-12-31"
            label={t('move.day')}
            defaultValue={dayIn(zone, startsAt)}
            className="min-w-[min(11rem,100%)] flex-[2]"
          />
          <TextField
            {...form.field('startsAt.time')}
            type="time"
            required
            label={t('move.time')}
            defaultValue={timeIn(zone, startsAt)}
            className="min-w-[min(8.75rem,100%)] flex-1"
          />
        </div>
        <Button type="submit" wide busy={form.busy}>
          {t('move.action')}
        </Button>
      </Form>
    </Dialog>
  );
}
