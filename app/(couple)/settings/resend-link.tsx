'use client';

import { useTranslations } from 'next-intl';
import { useSave } from '#components/accounts/use-save';
import { Button } from '#components/ui/button';

export function ResendLink({ email }: { email: string }) {
  const t = useTranslations('settings.signIn');
  const { busy, save } = useSave('/api/address-confirmations', 'POST');
  return (
    <Button
      look="quiet"
      size="small"
      busy={busy}
      className="mt-2"
      onClick={() => void save(undefined, t('resent', { email }))}
    >
      {t('resend')}
    </Button>
  );
}
