'use client';

import { useTranslations } from 'next-intl';
import { CurrentPasswordField } from '#components/accounts/credentials';
import { leaveTo } from '#components/accounts/sign-in';
import { Button, ButtonLink } from '#components/ui/button';
import { Form, useForm } from '#components/ui/form';
import { forgetAllUnsent } from '#lib/unsent';

function leave() {
  forgetAllUnsent();
  return leaveTo('/');
}

export function DeleteForm() {
  const t = useTranslations('settings.delete');
  const form = useForm({ action: '/api/account', method: 'DELETE', onDone: leave });
  return (
    <Form form={form} className="pt-2">
      <CurrentPasswordField form={form} label={t('password')} />
      <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
        <Button type="submit" look="danger" busy={form.busy}>
          {t('submit')}
        </Button>
        <ButtonLink href="/settings" look="quiet">
          {t('keep')}
        </ButtonLink>
      </div>
    </Form>
  );
}
