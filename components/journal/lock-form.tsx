'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CurrentPasswordField } from '#components/accounts/credentials';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Choices } from '#components/ui/choice';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { locks } from '#lib/journal/kinds';

/** After how long away the journal asks for the password; for the password. And the lock, turned by hand. */
export function LockForm({ minutes, email }: { minutes: number; email: string }) {
  const t = useTranslations('journal.lock');
  const { refresh } = useLive();
  const { show } = useToast();
  const [chosen, setChosen] = useState(String(minutes));
  const { act, busy } = useAct();
  const form = useForm({
    action: '/api/entries/lock',
    method: 'PUT',
    body: (fields) => ({ minutes: Number(chosen), password: fields.get('password') }),
    onDone: async () => {
      form.ref.current?.reset();
      show(t('kept'), { tone: 'calm' });
      await refresh();
    },
  });
  const sayAfter = (after: number) => {
    if (after === 0) return t('never');
    return after === 60 ? t('hour') : t('minutes', { minutes: after });
  };
  return (
    <div className="flex flex-col gap-4">
      <Card as="div" className="sm:p-7">
        <Form form={form}>
          <Choices
            legend={t('after')}
            name="minutes"
            value={chosen}
            onChange={setChosen}
            options={[...locks.filter((lock) => lock > 0), 0].map((after) => ({
              value: String(after),
              label: sayAfter(after),
              hint: after === 0 ? t('neverHint') : undefined,
            }))}
          />
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <CurrentPasswordField form={form} label={t('password')} />
          <Button type="submit" busy={form.busy} className="self-start">
            {t('keep')}
          </Button>
        </Form>
      </Card>
      {minutes > 0 && (
        <Button
          look="quiet"
          className="self-center"
          busy={busy}
          onClick={() => act('DELETE', '/api/entries/opening', undefined, { say: t('locked') })}
        >
          {t('now')}
        </Button>
      )}
    </div>
  );
}
