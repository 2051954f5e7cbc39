'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';

export function ResendLink({ email }: { email: string }) {
  const t = useTranslations('settings.signIn');
  const { act, busy } = useAct();
  return (
    <Button
      look="quiet"
      size="small"
      busy={busy}
      className="mt-2"
      onClick={() => void act('POST', '/api/address-confirmations', undefined, { say: t('resent', { email }) })}
    >
      {t('resend')}
    </Button>
  );
}
