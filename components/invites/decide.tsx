'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';
import { useToast } from '#components/ui/toast';

/** Yes or no to the one who has accepted my invite. */
export function Decide({ inviteId, accepter }: { inviteId: string; accepter: { id: string; name: string } }) {
  const t = useTranslations('invites.pair.decide');
  const { id: accepterId, name } = accepter;
  const confirming = useAct();
  const declining = useAct();
  const { show: showLive } = useLive();
  const { show, announce } = useToast();
  const [asks, setAsks] = useState(false);

  useEffect(() => showLive(inviteId), [showLive, inviteId]);
  useEffect(() => announce(t('title', { name })), [announce, t, name]);

  const decline = async () => {
    const sent = await declining.act('DELETE', `/api/invites/${inviteId}`);
    if (sent?.ok) show(t('declined'));
    setAsks(false);
  };

  return (
    <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
      <Button
        size="large"
        busy={confirming.busy}
        onClick={() => void confirming.act('POST', `/api/invites/${inviteId}/confirm`, { accepterId })}
      >
        {t('confirm')}
      </Button>
      <Button look="quiet" size="large" onClick={() => setAsks(true)}>
        {t('decline')}
      </Button>
      <ConfirmDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('ask', { name })}
        description={t('askText', { name })}
        confirm={t('decline')}
        busy={declining.busy}
        onConfirm={() => void decline()}
      />
    </div>
  );
}
