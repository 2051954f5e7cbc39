'use client';

import { Ellipsis, Eraser } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';

/** Takes my good news back. Asks once. */
export function NewsMenu({ newsId, isSilent }: { newsId: string; isSilent: boolean }) {
  const t = useTranslations('news');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  return (
    <>
      <Menu
        label={t('menu')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-my-2 -mr-2 hover:bg-lifted"
        items={[{ label: t('withdraw.action'), icon: <Eraser aria-hidden="true" />, onSelect: () => setAsking(true) }]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('withdraw.title')}
        description={t(isSilent ? 'withdraw.silent' : 'withdraw.text')}
        confirm={t('withdraw.action')}
        busy={busy}
        onConfirm={async () => {
          const then = { say: t('withdraw.done'), ...(isSilent ? { goTo: '/thanks/news' } : { focus: 'title' }) };
          const sent = await act('DELETE', `/api/news/${newsId}`, undefined, then);
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
