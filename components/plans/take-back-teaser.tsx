'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';

/** Takes back what my partner knows of a surprise. Asks once: they see that it goes. */
export function TakeBackTeaser({ planId, partnerName }: { planId: string; partnerName: string }) {
  const t = useTranslations('plans.teaser');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {t('takeBack')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('takeBackTitle')}
        description={t('takeBackText', { name: partnerName })}
        confirm={t('takeBack')}
        look="primary"
        busy={busy}
        onConfirm={async () => {
          const then = { say: t('takenBack'), focus: 'teaser' };
          const sent = await act('DELETE', `/api/plans/${planId}/teaser`, undefined, then);
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
