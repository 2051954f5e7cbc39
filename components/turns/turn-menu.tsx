'use client';

import { ArrowLeftRight, CalendarClock, CircleSlash2, Ellipsis, SkipForward } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog, Dialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';
import type { TurnView } from '#lib/turns/queries';
import { RhythmChoice } from './rhythm-choice';

const icon = { 'aria-hidden': true, strokeWidth: 1.75 } as const;

/** What else one may do with the turn of now: exchange it, pass it on, change how often, stop. */
export function TurnMenu({ turn, partnerName: name }: { turn: TurnView; partnerName: string }) {
  const t = useTranslations('turns');
  const { act, busy } = useAct();
  const [shown, setShown] = useState<'rhythm' | 'stop' | null>(null);
  const [rhythm, setRhythm] = useState(turn.rhythm);
  const { n, holder } = turn;
  const isMine = holder === 'me';
  const focus = 'turn';
  const change = async (...args: Parameters<typeof act>) => {
    const sent = await act(...args);
    if (!sent?.ok) return;
    setShown(null);
    document.getElementById(focus)?.focus({ preventScroll: true });
  };
  const swap = {
    label: (
      <Act name={isMine ? t('swap') : t('take')} hint={isMine ? t('swapHint', { name }) : t('takeHint', { name })} />
    ),
    icon: <ArrowLeftRight {...icon} />,
    onSelect: () => void change('POST', '/api/turn/swap', { n, holder }, { focus, announce: t('swapped') }),
  };
  const skip = {
    label: <Act name={t('skip')} hint={t('skipHint', { name })} />,
    icon: <SkipForward {...icon} />,
    onSelect: () => void change('POST', '/api/turn/skip', { n, holder }, { focus, announce: t('skipped', { name }) }),
  };
  const often = {
    label: t('rhythm'),
    icon: <CalendarClock {...icon} />,
    onSelect: () => {
      setRhythm(turn.rhythm);
      setShown('rhythm');
    },
  };
  const stop = { label: t('stop'), icon: <CircleSlash2 {...icon} />, onSelect: () => setShown('stop') };
  return (
    <>
      <Menu
        label={t('menu')}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="hover:bg-lifted"
        items={isMine ? [swap, skip, often, stop] : [swap, often, stop]}
      />
      <Dialog
        open={shown === 'rhythm'}
        onClose={() => setShown(null)}
        title={t('rhythm')}
        description={t('rhythmText')}
        footer={
          <Button
            busy={busy}
            onClick={() => void change('PUT', '/api/turn', { rhythm, first: holder }, { say: t('kept') })}
          >
            {t('keep')}
          </Button>
        }
      >
        <RhythmChoice value={rhythm} onChange={setRhythm} />
      </Dialog>
      <ConfirmDialog
        open={shown === 'stop'}
        onClose={() => setShown(null)}
        title={t('stopTitle')}
        description={t('stopText')}
        confirm={t('stop')}
        look="primary"
        busy={busy}
        onConfirm={() => void change('DELETE', '/api/turn', undefined, { say: t('stopped') })}
      />
    </>
  );
}

function Act({ name, hint }: { name: string; hint: string }) {
  return (
    <span className="flex flex-col py-1.5 leading-tight">
      {name}
      <span className="font-normal text-muted text-sm">{hint}</span>
    </span>
  );
}
