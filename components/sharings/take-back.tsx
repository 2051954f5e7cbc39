'use client';

import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import type { How, Words } from '#lib/sharings/kinds';
import { keepForAnotherTime } from './sharing-fields';

/** Takes back what has not gone. The words wait in the form of this device, so nothing is lost by it. */
export function TakeBack({ id, words, how }: { id: string; words: Words; how: How }) {
  const t = useTranslations('sharings.waiting');
  const { userId } = useLive();
  const { act, busy } = useAct();
  return (
    <Button
      look="quiet"
      busy={busy}
      onClick={async () => {
        const sent = await act('DELETE', `/api/sharings/${id}`, undefined, {
          say: `${t('done')} ${t('anew')}`,
          goTo: '/feelings/shared',
        });
        if (sent?.ok) keepForAnotherTime(userId, words, how);
      }}
    >
      {t('back')}
    </Button>
  );
}
