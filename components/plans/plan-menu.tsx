'use client';

import { Ellipsis, Leaf, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';

/** What else one may do with a plan of both: let it go, or say that it was not lived after all. */
export function PlanMenu({ planId, can }: { planId: string; can: 'letGo' | 'unlive' }) {
  const t = useTranslations('plans');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  const path = `/api/plans/${planId}`;
  const item =
    can === 'letGo'
      ? { label: t('reply.letGo'), icon: <Leaf aria-hidden="true" />, onSelect: () => setAsking(true) }
      : {
          label: t('planned.unlived'),
          icon: <Undo2 aria-hidden="true" />,
          onSelect: () =>
            void act('DELETE', `${path}/lived`, undefined, { say: t('planned.unlivedDone'), focus: 'title' }),
        };
  return (
    <>
      <Menu
        label={t('details.menu')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-my-1 -mr-2 shrink-0 hover:bg-lifted"
        items={[item]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('reply.letGoTitle')}
        description={t('reply.letGoText')}
        confirm={t('reply.letGo')}
        look="primary"
        busy={busy}
        onConfirm={async () => {
          const sent = await act('PUT', `${path}/letgo`, undefined, { say: t('reply.letGone'), focus: 'title' });
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
