'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';
import { keepUnsent, keyOf } from '#lib/unsent';

/** Deletes my draft, of which nobody else knows. Asks once. */
export function DeleteDraft({ planId }: { planId: string }) {
  const t = useTranslations('plans.draft');
  const { userId } = useLive();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('deleteTitle')}
        description={t('deleteText')}
        confirm={t('confirm')}
        busy={busy}
        onConfirm={async () => {
          const then = { say: t('deleted'), goTo: '/plans' };
          const sent = await act('DELETE', `/api/plans/${planId}`, undefined, then);
          if (sent?.ok) keepUnsent(keyOf(userId, 'plan', planId), null);
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
