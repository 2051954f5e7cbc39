'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { useToast } from '#components/ui/toast';
import type { CommitmentView } from '#lib/talks/view';

/** What became of it: said by one, and closed once the other says the same; then a word of thanks, if it was kept. */
export function CommitmentOutcome({
  commitment: { id, said, doer },
  isShared,
  children,
}: {
  commitment: CommitmentView;
  /** The screen is for both: thanks are said aloud rather than noted by one. */
  isShared: boolean;
  /** What else may be done with it. */
  children: ReactNode;
}) {
  const t = useTranslations('talks.commitments');
  const { refresh } = useLive();
  const { show } = useToast();
  const { act, busy } = useAct();
  const say = async (outcome: 'kept' | 'letgo') => {
    const closes = said?.by === 'partner' && said.outcome === outcome;
    const sent = await act<CommitmentView>('PUT', `/api/commitments/${id}/outcome`, { outcome });
    if (!sent?.ok || !closes) return;
    await refresh();
    document.getElementById('title')?.focus({ preventScroll: true });
    if (outcome === 'letgo') show(t('closedLetgo'), { tone: 'calm' });
    else if (doer === 'me') show(t('outcomes.kept'), { tone: 'calm' });
    else {
      const action = { label: t('thank'), href: `/thanks?commitment=${id}` };
      show(t('closedKept'), { tone: 'calm', ...(!isShared && { action }) });
    }
  };
  return (
    <fieldset className="ml-auto flex flex-wrap gap-2">
      <legend className="sr-only">{t('group')}</legend>
      {(['kept', 'letgo'] as const).map((outcome) => (
        <Button
          key={outcome}
          look="quiet"
          size="small"
          busy={busy}
          aria-pressed={said?.by === 'me' && said.outcome === outcome}
          className="aria-pressed:bg-calm-tint aria-pressed:text-calm"
          onClick={() => void say(outcome)}
        >
          {t(outcome)}
        </Button>
      ))}
      {children}
    </fieldset>
  );
}
