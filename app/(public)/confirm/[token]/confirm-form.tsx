'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { MarkOutline } from '#components/mark/circles';
import { PublicPage } from '#components/shell/public-page';
import { Button, ButtonLink } from '#components/ui/button';
import { Form, useForm } from '#components/ui/form';

/** One press proves the address; then, or where another account has proven it, says so in its place. */
export function ConfirmForm({
  token,
  email,
  isChange,
  isTaken,
}: {
  token: string;
  email: string;
  isChange: boolean;
  isTaken: boolean;
}) {
  const t = useTranslations('accounts.confirm');
  const [isDone, setDone] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const form = useForm({
    action: `/api/address-confirmations/${token}`,
    method: 'PUT',
    body: () => undefined,
    onDone: () => setDone(true),
  });
  const taken = isTaken || form.failure?.code === 'conflict';

  useEffect(() => {
    if (isDone || form.failure?.code === 'conflict') end.current?.focus();
  }, [isDone, form.failure]);

  if (isDone) {
    return (
      <PublicPage title={t('doneTitle')} art={<MarkOutline />}>
        <p ref={end} tabIndex={-1} className="break-words text-lg text-muted">
          {t('done', { email })}
        </p>
        <ButtonLink href="/today" size="large" wide>
          {t('go')}
        </ButtonLink>
      </PublicPage>
    );
  }
  if (taken) {
    return (
      <PublicPage title={t('takenTitle')} art={<MarkOutline apart />}>
        <p ref={end} tabIndex={-1} className="break-words text-lg text-muted">
          {t('taken', { email })}
        </p>
        <ButtonLink href="/sign-in" size="large" wide>
          {t('signIn')}
        </ButtonLink>
        <ButtonLink href="/forgot" look="quiet" size="large" wide>
          {t('takenAction')}
        </ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t(isChange ? 'changeTitle' : 'title')}>
      <div className="flex flex-col gap-2">
        <p className="break-all font-semibold text-lg">{t('lead', { email })}</p>
        <p className="text-muted">{t(isChange ? 'changeText' : 'text')}</p>
      </div>
      <Form form={form}>
        <Button type="submit" busy={form.busy} size="large" wide>
          {t(isChange ? 'changeSubmit' : 'submit')}
        </Button>
      </Form>
    </PublicPage>
  );
}
