'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { EmailField } from '#components/accounts/credentials';
import { PublicPage } from '#components/shell/public-page';
import { Button } from '#components/ui/button';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';

/** Asks where the link goes, then says the same to everyone, whether or not somebody has the address. */
export function ForgotForm({ sendsMail, footer }: { sendsMail: boolean; footer: ReactNode }) {
  const t = useTranslations('accounts');
  const { announce } = useToast();
  const [address, setAddress] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const said = useRef<HTMLParagraphElement>(null);
  const form = useForm({
    action: '/api/password-resets',
    onDone: () => {
      const email = new FormData(form.ref.current ?? undefined).get('email');
      setAddress(String(email));
      setSentTo(String(email));
      announce(t('forgot.sentTitle'));
    },
    fieldWords: { email: { invalid: t('addressWrong') } },
  });

  useEffect(() => {
    if (sentTo) said.current?.focus();
  }, [sentTo]);

  return (
    <PublicPage
      title={t(sentTo ? 'forgot.sentTitle' : 'forgot.title')}
      lead={sentTo ? undefined : t('forgot.lead')}
      footer={footer}
    >
      {sentTo && (
        <div className="flex flex-col gap-2">
          <p ref={said} tabIndex={-1} className="text-lg">
            {t('forgot.sent', { email: sentTo })}
          </p>
          <p className="text-muted">{t(sendsMail ? 'forgot.sentHint' : 'forgot.keptHint')}</p>
        </div>
      )}
      <Form form={form}>
        {sentTo ? (
          <input type="hidden" name="email" value={sentTo} />
        ) : (
          <EmailField form={form} defaultValue={address} />
        )}
        <Button type="submit" busy={form.busy} size="large" wide look={sentTo ? 'quiet' : 'primary'}>
          {t(sentTo ? 'forgot.again' : 'forgot.submit')}
        </Button>
        {sentTo && (
          <Button look="plain" wide onClick={() => setSentTo(undefined)}>
            {t('forgot.other')}
          </Button>
        )}
      </Form>
    </PublicPage>
  );
}
