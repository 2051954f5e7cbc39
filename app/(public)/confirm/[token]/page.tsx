import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findConfirmation } from '#lib/accounts/address';
import { LinkExpired } from '../../link-expired';
import { ConfirmForm } from './confirm-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.confirm');
  return { title: t('title'), robots: { index: false } };
}

/** Opened from a mail. Looking at it changes nothing: mail scanners look, too. */
export default async function ConfirmPage({ params }: PageProps<'/confirm/[token]'>) {
  const { token } = await params;
  const found = await findConfirmation(token);
  return found ? <ConfirmForm token={token} {...found} /> : <LinkExpired kind="confirm" />;
}
