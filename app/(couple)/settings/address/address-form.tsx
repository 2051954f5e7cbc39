'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CurrentPasswordField } from '#components/accounts/credentials';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { Notice } from '#components/ui/notice';

export function AddressForm() {
  const t = useTranslations('settings.address');
  const accounts = useTranslations('accounts');
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    action: '/api/account/email',
    method: 'PUT',
    onDone: () => {
      setSentTo(String(new FormData(form.ref.current ?? undefined).get('email')));
      form.ref.current?.reset();
    },
    fieldWords: { email: { invalid: accounts('addressWrong') } },
  });
  return (
    <Form form={form}>
      {/* The live region stands before it has anything to say. */}
      <div role="status">
        {sentTo && (
          <Notice tone="calm" title={t('sentTitle')}>
            <span className="break-words">{t('sent', { email: sentTo })}</span>
          </Notice>
        )}
      </div>
      <TextField
        {...form.field('email')}
        label={t('email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
      />
      <CurrentPasswordField form={form} label={t('password')} />
      <Button type="submit" busy={form.busy} size="large" className="self-start">
        {t('submit')}
      </Button>
    </Form>
  );
}
