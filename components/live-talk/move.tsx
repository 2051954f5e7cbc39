'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Choices } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { TextField } from '#components/ui/field';
import { moveHours } from '#lib/talks/kinds';
import { giverOf } from './floor';
import { useTalkContext } from './talk-context';
import { nextAt } from './when';

const hour = 3_600_000;
/** "Tomorrow at this time" is a little less than a day, so that it still is when it arrives. */
const margin = 60_000;
const ahead = { hour, three: 3 * hour, tomorrow: moveHours * hour - margin } as const;
type Choice = keyof typeof ahead | 'until';

/** Not able to listen now: the talk waits until a time within a day. No reason is asked. */
export function Move() {
  const t = useTranslations('live.move');
  const words = useTranslations('live.acts');
  const zone = useTimeZone() ?? 'UTC';
  const { talk, reader } = useTalkContext();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState<Choice>('hour');
  const [time, setTime] = useState('');
  const [isWrong, setWrong] = useState(false);
  const giver = giverOf(talk.view, 'move', reader);
  if (!giver) return null;

  const move = async () => {
    const to = choice === 'until' ? nextAt(zone, time, talk.now()) : talk.now() + ahead[choice];
    if (!to) {
      setWrong(true);
      return;
    }
    if (await talk.give({ name: 'move', to: Math.round(to) }, giver)) setOpen(false);
  };
  return (
    <>
      <Button look="quiet" size="large" onClick={() => setOpen(true)}>
        {words('notNow')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        description={t('text')}
        footer={
          <Button busy={talk.giving === 'move'} onClick={() => void move()}>
            {t('action')}
          </Button>
        }
      >
        <Choices<Choice>
          legend={t('for')}
          name="move"
          value={choice}
          onChange={setChoice}
          options={(['hour', 'three', 'tomorrow', 'until'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {choice === 'until' && (
          <TextField
            type="time"
            label={t('time')}
            value={time}
            error={isWrong ? t('wrong') : undefined}
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
