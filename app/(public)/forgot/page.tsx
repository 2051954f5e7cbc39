import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TextLink } from '#components/ui/button';
import { env } from '#lib/env';
import { readNextPath } from '#lib/http/next-path';
import { withNext } from '../with-next';
import { ForgotForm } from './forgot-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.forgot');
  return { title: t('title') };
}

export default async function ForgotPage({ searchParams }: PageProps<'/forgot'>) {
  const t = await getTranslations('accounts.forgot');
  const next = readNextPath((await searchParams).next);
  return (
    <ForgotForm
      sendsMail={Boolean(env.SMTP_URL)}
      footer={t.rich('footer', { link: (chunks) => <TextLink href={withNext('/sign-in', next)}>{chunks}</TextLink> })}
    />
  );
}
