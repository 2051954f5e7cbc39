'use client';

import { Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button, ButtonLink } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';

/** What I may do with a surprise while it is sealed: change it, open it; and in the menu unseal or delete it. */
export function SealedActs({ planId, partnerName }: { planId: string; partnerName: string }) {
  const t = useTranslations('plans.sealed');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  const path = `/api/plans/${planId}`;
  return (
    <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
      <ButtonLink href={`/plans/${planId}/edit`} look="quiet">
        {t('edit')}
      </ButtonLink>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('open', { name: partnerName })}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('openTitle', { name: partnerName })}
        description={t('openText', { name: partnerName })}
        confirm={t('openConfirm')}
        look="primary"
        busy={busy}
        onConfirm={async () => {
          const sent = await act('PUT', `${path}/reveal`, undefined, { say: t('opened'), focus: 'title' });
          if (sent) setAsking(false);
        }}
      />
    </div>
  );
}

export function SealedMenu({
  planId,
  partnerName,
  isTeased,
}: {
  planId: string;
  partnerName: string;
  isTeased: boolean;
}) {
  const t = useTranslations('plans');
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  const path = `/api/plans/${planId}`;
  return (
    <>
      <Menu
        label={t('details.menu')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-my-1 -mr-2 shrink-0 hover:bg-lifted"
        items={[
          {
            label: t('sealed.unseal'),
            icon: <PencilLine aria-hidden="true" />,
            onSelect: () =>
              void act('DELETE', `${path}/seal`, undefined, { say: t('sealed.unsealed'), focus: 'title' }),
          },
          {
            label: t('sealed.delete'),
            icon: <Trash2 aria-hidden="true" />,
            danger: true,
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('sealed.deleteTitle')}
        description={isTeased ? t('sealed.deleteTeased', { name: partnerName }) : t('sealed.deleteText')}
        confirm={t('sealed.delete')}
        busy={busy}
        onConfirm={async () => {
          const sent = await act('DELETE', path, undefined, { say: t('sealed.deleted'), goTo: '/plans' });
          if (sent) setAsking(false);
        }}
      />
    </>
  );
}
