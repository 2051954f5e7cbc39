'use client';

import { useLocale, useTranslations } from 'next-intl';
import { EmailField, NewPasswordField } from '#components/accounts/credentials';
import { leaveTo, signIn } from '#components/accounts/sign-in';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { send } from '#components/ui/send';

export function SignUpForm({ next }: { next: string }) {
  const t = useTranslations('accounts');
  const locale = useLocale();
  const form = useForm({
    action: async (fields) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const signedUp = await send('POST', '/api/accounts', { ...Object.fromEntries(fields), locale, timeZone });
      // Pressed again after this failed, it signs up once more, which changes nothing.
      return signedUp.ok ? signIn(String(fields.get('email')), String(fields.get('password'))) : signedUp;
    },
    onDone: () => leaveTo(next),
    words: { forbidden: t('signIn.forgery') },
    fieldWords: {
      email: { invalid: t('addressWrong') },
      password: { too_short: t('passwordShort') },
    },
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('name')}
        label={t('signUp.name')}
        hint={t('signUp.nameHint')}
        autoComplete="given-name"
        dir="auto"
        maxLength={120}
        required
      />
      <EmailField form={form} />
      <NewPasswordField form={form} label={t('password')} />
      <Button type="submit" busy={form.busy} size="large" wide>
        {t('signUp.submit')}
      </Button>
    </Form>
  );
}
