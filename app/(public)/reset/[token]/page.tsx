import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicPage } from '#components/shell/public-page';
import { findReset } from '#lib/accounts/password-change';
import { LinkExpired } from '../../link-expired';
import { ResetForm } from './reset-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.reset');
  return { title: t('title'), robots: { index: false } };
}

/** Opened from a mail. Looking at it changes nothing: mail scanners look, too. */
export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const found = await findReset(token);
  if (!found) return <LinkExpired kind="reset" />;
  const t = await getTranslations('accounts.reset');
  return (
    <PublicPage title={t('title')} lead={t('lead', { email: found.email })}>
      <ResetForm token={token} email={found.email} accounts={found.accounts} />
    </PublicPage>
  );
}
