import type { Metadata } from 'next';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { PublicPage } from '#components/shell/public-page';
import { findReset } from '#lib/accounts/password-change';
import { now } from '#lib/clock';
import { sayMoment } from '#lib/i18n/when';
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
  const [locale, timeZone] = [await getLocale(), await getTimeZone()];
  const accounts = found.accounts.map(({ userId, name, createdAt }) => ({
    userId,
    name,
    begun: sayMoment(locale, timeZone, createdAt, now()),
  }));
  return (
    <PublicPage title={t('title')} lead={t('lead', { email: found.email })}>
      <ResetForm token={token} email={found.email} accounts={accounts} />
    </PublicPage>
  );
}
