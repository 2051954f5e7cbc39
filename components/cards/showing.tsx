'use client';

import { Eye, LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';

/** Who sees my card, and the one act that changes it. */
export function Showing({
  isShown,
  isEmpty,
  partnerName,
  sendFirst,
}: {
  isShown: boolean;
  isEmpty: boolean;
  partnerName: string | null;
  /** What was just written goes before. */
  sendFirst: () => Promise<unknown>;
}) {
  const t = useTranslations('cards.mine');
  const { act, busy } = useAct();
  const [isSending, setSending] = useState(false);
  const name = partnerName ?? '';
  const Icon = isShown ? Eye : LockKeyhole;
  const show = async () => {
    setSending(true);
    await sendFirst();
    await act(
      'PUT',
      '/api/card/showing',
      { shown: !isShown },
      {
        focus: 'shown',
        announce: isShown ? t('hiddenNow') : t('shownNow', { name }),
      },
    );
    setSending(false);
  };
  return (
    <Card
      tone={isShown ? 'ours' : 'mine'}
      aria-labelledby="shown"
      className="flex flex-wrap items-center gap-x-4 gap-y-4"
    >
      <span
        aria-hidden="true"
        className={`inline-flex size-10 shrink-0 items-center justify-center self-start rounded-full text-on-fill ${isShown ? 'bg-ours' : 'bg-mine'}`}
      >
        <Icon strokeWidth={1.75} className="size-5" />
      </span>
      <div className="min-w-[min(11rem,100%)] flex-1">
        <h2 id="shown" tabIndex={-1} className="wrap-anywhere font-semibold">
          {isShown ? t('shown', { name }) : t('hidden')}
        </h2>
        <p className="wrap-anywhere text-sm">
          {partnerName ? t(isShown ? 'shownText' : 'hiddenText', { name }) : t('hiddenTextAlone')}
        </p>
      </div>
      {partnerName && (isShown || !isEmpty) && (
        <Button
          look={isShown ? 'plain' : 'primary'}
          busy={busy || isSending}
          onClick={() => void show()}
          className="ml-auto"
        >
          {isShown ? t('hide') : t('show', { name })}
        </Button>
      )}
    </Card>
  );
}
