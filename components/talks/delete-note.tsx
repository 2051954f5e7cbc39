'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';
import type { NoteView } from '#lib/talks/view';
import { keepUnsent, keyOf } from '#lib/unsent';

/** Deletes a note of mine, of which nobody else knows. Asks once. */
export function DeleteNote({ note: { id, isTaken, matterId } }: { note: NoteView }) {
  const t = useTranslations('talks.note');
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
        description={t(isTaken ? 'deleteTaken' : matterId ? 'deleteBrought' : 'deleteText')}
        confirm={t('confirm')}
        busy={busy}
        onConfirm={async () => {
          const sent = await act('DELETE', `/api/notes/${id}`, undefined, { say: t('deleted'), goTo: '/talk/notes' });
          if (sent?.ok) keepUnsent(keyOf(userId, 'note', id, ''), null);
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
