import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readAsViewer } from '#lib/auth/viewer';
import { SubPage } from '../sub-page';
import { PasswordForm } from './password-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.password');
  return { title: t('title') };
}

export default async function PasswordPage() {
  const { email } = await readAsViewer(({ db, member }) =>
    db.account.findUniqueOrThrow({ where: { userId: member.userId }, select: { email: true } }),
  );
  const t = await getTranslations('settings.password');
  return (
    <SubPage title={t('title')} lead={t('lead')}>
      <PasswordForm email={email} />
    </SubPage>
  );
}
