'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useToast } from '#components/ui/toast';
import type { ThanksView } from '#lib/thanks/view';
import { FullScreen } from './full-screen';
import { Moment } from './moment';
import { Receive } from './receive';

/** Whether somebody is in the middle of something that must not be taken from under their hands. */
function isOccupied(): boolean {
  const element = document.activeElement;
  return (
    document.querySelector('dialog[open]') !== null ||
    (element instanceof HTMLElement &&
      (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName)))
  );
}

/**
 * What my partner gives me while Nearer is open takes the whole screen for a moment. Whoever is writing is told by a notice
 * instead. What was waiting before stands on Today, and comes up only by hand.
 */
export function NewThanks({ thanks, name }: { thanks: ThanksView | null; name: string }) {
  const t = useTranslations('thanks');
  const { refresh } = useLive();
  const { show } = useToast();
  const last = useRef(thanks?.givenAt ?? '');
  const [shown, setShown] = useState<ThanksView | null>(null);

  useEffect(() => {
    const givenAt = thanks?.givenAt ?? '';
    if (!thanks || givenAt <= last.current) return;
    last.current = givenAt;
    if (isOccupied()) {
      const words = t(thanks.kind === 'fondness' ? 'today.newLoved' : 'today.new', { name });
      show(words, { action: { label: t('today.open'), href: `/thanks/${thanks.id}` } });
    } else setShown(thanks);
  }, [thanks, name, show, t]);

  if (!shown) return null;
  const leave = () => setShown(null);
  return (
    <FullScreen label={t('moment.label', { name })} onLeave={leave}>
      <Moment thanks={shown} name={name}>
        <Receive
          thanks={shown}
          name={name}
          onDone={() => {
            leave();
            return refresh();
          }}
        />
      </Moment>
    </FullScreen>
  );
}
