'use client';

import { useTranslations } from 'next-intl';
import { NewPasswordField } from '#components/accounts/credentials';
import { leaveTo, signIn } from '#components/accounts/sign-in';
import { Button } from '#components/ui/button';
import { Choices } from '#components/ui/choice';
import { Form, useForm } from '#components/ui/form';

export function ResetForm({
  token,
  email,
  accounts,
}: {
  token: string;
  email: string;
  /** `begun` is when, in words. */
  accounts: { userId: string; name: string; begun: string }[];
}) {
  const t = useTranslations('accounts');
  const form = useForm({
    action: `/api/password-resets/${token}`,
    method: 'PUT',
    body: (fields) => ({
      password: fields.get('password'),
      ...(accounts.length > 1 && { userId: fields.get('userId') ?? undefined }),
    }),
    onDone: async () => {
      const password = new FormData(form.ref.current ?? undefined).get('password');
      const signedIn = await signIn(email, String(password));
      await leaveTo(signedIn.ok ? '/today' : '/sign-in');
    },
    words: { conflict: t('reset.conflict') },
    fieldWords: { password: { too_short: t('passwordShort') } },
  });
  return (
    <Form form={form}>
      {accounts.length > 1 && (
        <div className="flex flex-col gap-2">
          <p className="text-muted text-sm">{t('reset.whichHint')}</p>
          <Choices
            legend={t('reset.which')}
            {...form.field('userId')}
            options={accounts.map(({ userId, name, begun }) => ({
              value: userId,
              label: <bdi>{name}</bdi>,
              hint: t('reset.begun', { date: begun }),
            }))}
          />
        </div>
      )}
      {/* So that password managers know whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField form={form} label={t('newPassword')} />
      <Button type="submit" busy={form.busy} size="large" wide>
        {t('reset.submit')}
      </Button>
    </Form>
  );
}
