'use client';

import { LifeBuoy, LockKeyhole, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AvatarPair } from '#components/mark/avatars';
import { Menu } from '#components/ui/menu';

/** Behind the two circles, on a phone: what is mine alone. */
export function OwnMenu({ name, partnerName }: { name: string; partnerName: string | null }) {
  const t = useTranslations('shell');
  return (
    <Menu
      label={t('menu', { name })}
      trigger={<AvatarPair name={name} partnerName={partnerName} size="small" />}
      header={
        <p className="font-semibold">
          {partnerName ? t('pair', { name, partner: partnerName }) : name}
          {!partnerName && <span className="block font-normal text-muted text-sm">{t('alone')}</span>}
        </p>
      }
      items={[
        { href: '/feelings', label: t('feelings'), icon: <LockKeyhole aria-hidden="true" strokeWidth={1.75} /> },
        { href: '/settings', label: t('settings'), icon: <Settings2 aria-hidden="true" strokeWidth={1.75} /> },
        { href: '/help', label: t('help'), icon: <LifeBuoy aria-hidden="true" strokeWidth={1.75} /> },
      ]}
    />
  );
}
