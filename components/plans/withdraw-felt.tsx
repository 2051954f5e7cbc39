'use client';

import { Ellipsis, Eraser } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';

/** Takes my line away for both; its place stays. Asks once. */
export function WithdrawFelt({ planId, feltId }: { planId: string; feltId: string }) {
  const t = useTranslations('plans');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  return (
    <>
      <Menu
        label={t('felt.menu')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-my-2 -mr-2 hover:bg-lifted"
        items={[{ label: t('felt.withdraw'), icon: <Eraser aria-hidden="true" />, onSelect: () => setAsking(true) }]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('felt.withdrawTitle')}
        description={t('felt.withdrawText')}
        confirm={t('felt.withdraw')}
        busy={busy}
        onConfirm={async () => {
          const then = { focus: feltId, announce: t('withdrawn') };
          const sent = await act('DELETE', `/api/plans/${planId}/felt`, undefined, then);
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
