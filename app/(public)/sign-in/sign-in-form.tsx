'use client';

import { useTranslations } from 'next-intl';
import { CurrentPasswordField, EmailField } from '#components/accounts/credentials';
import { leaveTo, signIn } from '#components/accounts/sign-in';
import { Button, TextLink } from '#components/ui/button';
import { Form, useForm } from '#components/ui/form';

export function SignInForm({ next, forgot }: { next: string; forgot: string }) {
  const t = useTranslations('accounts');
  const form = useForm({
    action: (fields) => signIn(String(fields.get('email')), String(fields.get('password'))),
    onDone: () => leaveTo(next),
    words: { unauthenticated: t('signIn.refused'), forbidden: t('signIn.forgery') },
  });
  return (
    <Form form={form}>
      <EmailField form={form} />
      <CurrentPasswordField form={form} label={t('password')} />
      <Button type="submit" busy={form.busy} size="large" wide>
        {t('signIn.submit')}
      </Button>
      <p>
        <TextLink href={forgot}>{t('signIn.forgot')}</TextLink>
      </p>
    </Form>
  );
}
