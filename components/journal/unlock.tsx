'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CurrentPasswordField } from '#components/accounts/credentials';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Form, useForm } from '#components/ui/form';

/** Asks for the password before the journal opens again. */
export function Unlock({ email, wasOpen, onOpen }: { email: string; wasOpen: boolean; onOpen: () => Promise<void> }) {
  const t = useTranslations('journal.door');
  const form = useForm({ action: '/api/entries/opening', method: 'PUT', onDone: onOpen });
  return (
    <div className="mx-auto w-full max-w-md px-5 pt-8 lg:pt-20">
      <Card aria-labelledby="title" className="flex flex-col gap-5 sm:p-8">
        <span
          aria-hidden="true"
          className="inline-flex size-12 items-center justify-center rounded-full bg-mine-tint text-mine"
        >
          <LockKeyhole strokeWidth={1.75} className="size-6" />
        </span>
        <div className="flex flex-col gap-1.5">
          <h1 id="title" tabIndex={-1} className="title text-2xl">
            {t('title')}
          </h1>
          <p className="text-muted">{t('text')}</p>
          {wasOpen && <p className="text-muted">{t('kept')}</p>}
        </div>
        <Form form={form}>
          {/* So that password managers know whose password this is. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <CurrentPasswordField form={form} label={t('password')} />
          <Button type="submit" busy={form.busy} size="large" wide>
            {t('open')}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
