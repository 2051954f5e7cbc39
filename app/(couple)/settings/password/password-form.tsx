'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CurrentPasswordField, NewPasswordField } from '#components/accounts/credentials';
import { Button } from '#components/ui/button';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings.password');
  const accounts = useTranslations('accounts');
  const router = useRouter();
  const { show } = useToast();
  const form = useForm({
    action: '/api/account/password',
    method: 'PUT',
    onDone: () => {
      show(t('done'), { tone: 'calm' });
      router.push('/settings');
    },
    words: { conflict: t('conflict') },
    fieldWords: { password: { too_short: accounts('passwordShort') } },
  });
  return (
    <Form form={form}>
      {/* So that password managers know whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <CurrentPasswordField form={form} label={t('current')} name="current" />
      <NewPasswordField form={form} label={accounts('newPassword')} />
      <Button type="submit" busy={form.busy} size="large" className="self-start">
        {t('submit')}
      </Button>
    </Form>
  );
}
