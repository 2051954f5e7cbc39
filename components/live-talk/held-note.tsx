'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { classes } from '#components/ui/classes';
import { NoteBox } from './note-box';

/** How long it is held before it opens, in ms. */
const holdFor = 1000;

type Shown = { text: string } | 'missing' | 'away' | null;

/**
 * A note on a phone of two: a glance reads nothing. A press of a second opens it, by finger or by Space; those who listen
 * have a button that says what it does. It closes by a press, and when the page turns to something else.
 */
export function HeldNote({
  name,
  isMine,
  load,
}: {
  name: string;
  isMine: boolean;
  /** The note's text; `missing` where it does not open on this phone. */
  load: () => Promise<Shown>;
}) {
  const t = useTranslations('live.note');
  const [shown, setShown] = useState<Shown>(null);
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const opened = useRef<HTMLDivElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && setShown(null);
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, []);

  const open = async () => {
    setHeld(false);
    setShown(await load());
    opened.current?.focus({ preventScroll: true });
  };
  const press = () => {
    clearTimeout(timer.current);
    setHeld(true);
    timer.current = setTimeout(() => void open(), holdFor);
  };
  const release = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };

  if (shown && typeof shown === 'object') {
    return (
      <div ref={opened} tabIndex={-1} className="flex flex-col gap-2">
        <NoteBox label={t('label', { name })}>
          <p className="written" dir="auto">
            {shown.text}
          </p>
        </NoteBox>
        <p className="text-muted text-sm">{t('only', { name })}</p>
        <Button look="quiet" size="small" className="self-start" onClick={() => setShown(null)}>
          {t('close')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <button
        type="button"
        onPointerDown={press}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          // A page would scroll by it.
          event.preventDefault();
          if (!event.repeat) press();
        }}
        onKeyUp={(event) => event.key === ' ' && release()}
        onBlur={release}
        className="relative flex min-h-11 w-full touch-none select-none items-center gap-2.5 overflow-hidden rounded-lg bg-lifted px-3.5 py-2 text-left text-muted text-sm [-webkit-touch-callout:none]"
      >
        <span
          aria-hidden="true"
          className={classes(
            'absolute inset-y-0 left-0 w-full origin-left transition-transform ease-linear',
            isMine ? 'bg-mine-tint' : 'bg-theirs-tint',
            isHeld ? 'scale-x-100 duration-1000' : 'scale-x-0 duration-150',
          )}
        />
        <LockKeyhole aria-hidden="true" className="relative size-4 shrink-0" />
        <span className="wrap-anywhere relative">{t('holdFor', { name })}</span>
      </button>
      <button
        type="button"
        onClick={() => void open()}
        className="sr-only rounded-md text-muted text-sm underline focus:not-sr-only focus:self-start focus:py-2"
      >
        {t('button', { name })}
      </button>
      <p role="status" className={shown ? 'text-muted text-sm' : 'sr-only'}>
        {shown === 'missing' ? t('missing', { name }) : shown === 'away' ? t('away') : ''}
      </p>
    </div>
  );
}
