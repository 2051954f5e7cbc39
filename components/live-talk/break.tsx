'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { TextField } from '#components/ui/field';
import { longestBreak, shortestBreak } from '#lib/talks/kinds';
import { useTalkContext } from './talk-context';
import { nextAt } from './when';

const lengths = { twenty: shortestBreak, hour: 60 } as const;
type Choice = keyof typeof lengths | 'until';

/** A break with a time to return. Either takes one, and nobody learns who. */
export function Break() {
  const t = useTranslations('live.break');
  const zone = useTimeZone() ?? 'UTC';
  const { talk } = useTalkContext();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState<Choice>('twenty');
  const [time, setTime] = useState('');
  const [isWrong, setWrong] = useState(false);
  if (!talk.view.mine.includes('pause')) return null;

  const minutesOf = () => {
    if (choice !== 'until') return lengths[choice];
    const now = talk.now();
    const at = nextAt(zone, time, now);
    return at && Math.ceil((at - now) / 60_000);
  };
  const begin = async () => {
    const minutes = minutesOf();
    if (!minutes || minutes < shortestBreak || minutes > longestBreak) {
      setWrong(true);
      return;
    }
    if (await talk.give({ name: 'pause', minutes })) setOpen(false);
  };
  return (
    <>
      <Button look="plain" size="small" className="font-normal!" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        description={t('text')}
        footer={
          <Button busy={talk.giving === 'pause'} onClick={() => void begin()}>
            {t('action')}
          </Button>
        }
      >
        <Segmented<Choice>
          legend={t('for')}
          name="break"
          value={choice}
          onChange={setChoice}
          options={(['twenty', 'hour', 'until'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {choice === 'until' && (
          <TextField
            type="time"
            label={t('time')}
            value={time}
            error={isWrong ? t('tooSoon') : undefined}
            onChange={(event) => {
              setTime(event.target.value);
              setWrong(false);
            }}
          />
        )}
      </Dialog>
    </>
  );
}
