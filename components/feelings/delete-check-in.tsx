'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';
import { keepUnsent, keyOf } from '#lib/unsent';

/** Deletes a check-in, of which nobody else knows. Asks once. */
export function DeleteCheckIn({ id }: { id: string }) {
  const t = useTranslations('feelings.delete');
  const { userId } = useLive();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('title')}
        description={t('text')}
        confirm={t('confirm')}
        busy={busy}
        onConfirm={async () => {
          const sent = await act('DELETE', `/api/check-ins/${id}`, undefined, { say: t('done'), goTo: '/feelings' });
          if (sent?.ok) keepUnsent(keyOf(userId, 'check-in', id), null);
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
