'use client';

import { useTranslations } from 'next-intl';
import { PasswordField, TextField } from '#components/ui/field';
import type { FormState } from '#components/ui/form';

/** The address, for signing up, in and getting back in. */
export function EmailField({ form, defaultValue }: { form: FormState; defaultValue?: string }) {
  const t = useTranslations('accounts');
  return (
    <TextField
      {...form.field('email')}
      label={t('email')}
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      defaultValue={defaultValue}
      required
    />
  );
}

/** A password that is chosen now. */
export function NewPasswordField({ form, label }: { form: FormState; label: string }) {
  const t = useTranslations('accounts');
  return (
    <PasswordField
      {...form.field('password')}
      label={label}
      hint={t('passwordHint')}
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required
    />
  );
}

/** The password one has, under the name that its form gives it. */
export function CurrentPasswordField({
  form,
  label,
  name = 'password',
}: {
  form: FormState;
  label: string;
  name?: string;
}) {
  return (
    <PasswordField {...form.field(name)} label={label} autoComplete="current-password" maxLength={1000} required />
  );
}
