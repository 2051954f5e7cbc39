'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';

/** Ends the fixed time, for both. Asks once, and for no reason. */
export function EndRitual({ name }: { name: string }) {
  const t = useTranslations('talks.ritual');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {t('end')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('endTitle')}
        description={t('endText', { name })}
        confirm={t('endConfirm')}
        busy={busy}
        onConfirm={async () => {
          const sent = await act('DELETE', '/api/ritual', undefined, { say: t('ended'), focus: 'title' });
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
