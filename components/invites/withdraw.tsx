'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';

/** Takes back that I have accepted an invite. */
export function Withdraw() {
  const t = useTranslations('invites.pair.waiting');
  const { act, busy } = useAct();
  const withdraw = () => act('DELETE', '/api/invites/acceptance', undefined, { say: t('withdrawn'), focus: 'title' });
  return (
    <Button look="plain" busy={busy} onClick={() => void withdraw()}>
      {t('withdraw')}
    </Button>
  );
}
