'use client';

import { useTimeZone } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Choices } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { TextField } from '#components/ui/field';
import { useTalkContext } from './talk-context';
import { nextAt } from './when';

type Key = 'title' | 'text' | 'for' | 'until' | 'time' | 'wrong' | 'action';

const minute = 60_000;

/** Asks until when the talk waits: for a while from now, or until a time of the clock. */
export function TimeDialog({
  open,
  onClose,
  say,
  whiles,
  shortest,
  longest,
  busy,
  onChosen,
}: {
  open: boolean;
  onClose: () => void;
  /** What it is called, and asks. */
  say: (key: Key) => string;
  /** In minutes, the first one chosen. */
  whiles: readonly { label: string; minutes: number }[];
  shortest: number;
  longest: number;
  busy: boolean;
  /** @param at in ms, by the server's clock; `minutes` from now */
  onChosen: (at: number, minutes: number) => void;
}) {
  const zone = useTimeZone() ?? 'UTC';
  const { talk } = useTalkContext();
  const field = useRef<HTMLInputElement>(null);
  const [choice, setChoice] = useState('0');
  const [time, setTime] = useState('');
  const [isWrong, setWrong] = useState(false);
  const chosen = whiles[Number(choice)];

  const choose = () => {
    const now = talk.now();
    const at = chosen ? now + chosen.minutes * minute : nextAt(zone, time, now);
    const minutes = at === null ? 0 : Math.ceil((at - now) / minute);
    if (at !== null && minutes >= shortest && minutes <= longest) return onChosen(Math.round(at), minutes);
    setWrong(true);
    field.current?.focus();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say('title')}
      description={say('text')}
      footer={
        <Button busy={busy} onClick={choose}>
          {say('action')}
        </Button>
      }
    >
      <Choices
        legend={say('for')}
        name="while"
        value={choice}
        onChange={setChoice}
        options={[...whiles.map(({ label }) => label), say('until')].map((label, index) => ({
          value: String(index),
          label,
        }))}
      />
      {!chosen && (
        <TextField
          ref={field}
          type="time"
          label={say('time')}
          value={time}
          error={isWrong ? say('wrong') : undefined}
          onChange={(event) => {
            setTime(event.target.value);
            setWrong(false);
          }}
        />
      )}
    </Dialog>
  );
}
