import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readAsViewer } from '#lib/auth/viewer';
import { SubPage } from '../sub-page';
import { AddressForm } from './address-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.address');
  return { title: t('title') };
}

export default async function AddressPage() {
  const { email } = await readAsViewer(({ db, member }) =>
    db.account.findUniqueOrThrow({ where: { userId: member.userId }, select: { email: true } }),
  );
  const t = await getTranslations('settings.address');
  return (
    <SubPage title={t('title')} lead={t('lead', { email })}>
      <AddressForm />
    </SubPage>
  );
}
