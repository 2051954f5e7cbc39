'use client';

import { Ellipsis, Eraser } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';

/** Takes my own words away for both; their place stays, and the focus goes to its heading. Asks once. */
export function Withdraw({ id, path, what }: { id: string; path: string; what: 'answer' | { words: string } }) {
  const t = useTranslations('prompts');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  const isAnswer = what === 'answer';
  return (
    <>
      <Menu
        label={isAnswer ? t('reveal.menu') : t('respond.withdrawLabel', { words: what.words })}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-my-2 -mr-2 hover:bg-lifted"
        items={[
          {
            label: isAnswer ? t('reveal.withdraw') : t('respond.withdraw'),
            icon: <Eraser aria-hidden="true" />,
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={isAnswer ? t('reveal.withdrawTitle') : t('respond.withdrawTitle')}
        description={isAnswer ? t('reveal.withdrawText') : t('respond.withdrawText')}
        confirm={isAnswer ? t('reveal.withdrawConfirm') : t('respond.withdraw')}
        busy={busy}
        onConfirm={async () => {
          const sent = await act('DELETE', path, undefined, { focus: id, announce: t('withdrawn') });
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
