'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import type { PromptLine } from '#lib/prompts/view';
import { PromptLines } from './prompt-lines';

type Listed = { prompts: PromptLine[]; next: string | null };

/** What the two have opened, the last first; earlier ones come on asking. */
export function OpenedList({ first, partnerName }: { first: Listed; partnerName: string | null }) {
  const t = useTranslations('prompts.openedList');
  const { show } = useToast();
  const [earlier, setEarlier] = useState<Listed | null>(null);
  const [busy, setBusy] = useState(false);
  const next = earlier ? earlier.next : first.next;
  const lines = [...new Map([...first.prompts, ...(earlier?.prompts ?? [])].map((line) => [line.id, line])).values()];

  const more = async () => {
    if (!next) return;
    setBusy(true);
    const sent = await send<{ revealed: Listed }>('GET', `/api/prompts?before=${encodeURIComponent(next)}`);
    setBusy(false);
    if (!sent.ok) {
      show(t('failed'), { tone: 'danger' });
      return;
    }
    const { prompts, next: after } = sent.data.revealed;
    setEarlier((before) => ({ prompts: [...(before?.prompts ?? []), ...prompts], next: after }));
  };
  return (
    <div className="flex flex-col gap-4">
      <PromptLines lines={lines} partnerName={partnerName} />
      {next && (
        <Button look="quiet" className="self-center" busy={busy} onClick={more}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
