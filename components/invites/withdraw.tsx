'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { useToast } from '#components/ui/toast';

/** Takes back that I have accepted an invite. */
export function Withdraw() {
  const t = useTranslations('invites.pair.waiting');
  const { act, busy } = useAct();
  const { show } = useToast();
  const withdraw = async () => {
    const sent = await act('DELETE', '/api/invites/acceptance');
    if (sent?.ok) show(t('withdrawn'));
  };
  return (
    <Button look="plain" busy={busy} onClick={() => void withdraw()}>
      {t('withdraw')}
    </Button>
  );
}
