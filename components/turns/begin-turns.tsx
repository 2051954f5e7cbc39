'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { type Rhythm, rhythms } from '#lib/turns/kinds';
import { RhythmChoice } from './rhythm-choice';

/** How often the turn passes on, and who begins. */
export function BeginTurns({ partnerName: name }: { partnerName: string }) {
  const t = useTranslations('turns');
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [rhythm, setRhythm] = useState<Rhythm>(rhythms[0]);
  const [first, setFirst] = useState<'me' | 'partner'>('me');

  const begin = async () => {
    const sent = await act('PUT', '/api/turn', { rhythm, first }, { announce: t('begun') });
    if (!sent?.ok) return;
    setOpen(false);
    document.getElementById('turn')?.focus({ preventScroll: true });
  };
  return (
    <>
      <Button look="quiet" className="ml-auto" onClick={() => setOpen(true)}>
        {t('none.action')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('none.title')}
        description={t('begin.lead', { name })}
        footer={
          <Button busy={busy} onClick={() => void begin()}>
            {t('begin.action')}
          </Button>
        }
      >
        <RhythmChoice value={rhythm} onChange={setRhythm} />
        <Segmented
          legend={t('begin.first')}
          name="first"
          value={first}
          onChange={setFirst}
          options={[
            { value: 'me', label: t('begin.me') },
            { value: 'partner', label: <span className="wrap-anywhere">{name}</span> },
          ]}
        />
      </Dialog>
    </>
  );
}
