'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';

/** Deletes an entry, of which nobody else knows. Asks once. */
export function DeleteEntry({ id, onDeleted }: { id: string; onDeleted: () => void }) {
  const t = useTranslations('journal.delete');
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
          const sent = await act('DELETE', `/api/entries/${id}`, undefined, {
            say: t('done'),
            goTo: '/feelings/journal',
          });
          if (sent?.ok) onDeleted();
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
