'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CommitmentCard } from '#components/talks/commitment-card';
import { CommitmentForm, useTypedCommitment } from '#components/talks/commitment-form';
import { useOpened } from '#components/talks/use-opened';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { CommitmentView } from '#lib/talks/view';
import { useTalkContext } from './talk-context';

/**
 * Writing down what I ask for, while I have the word; and beyond it, to the end of the step, as long as words wait that I
 * have not offered. They are shown then without being asked for, on one phone once I have it in hand.
 */
export function useAsking() {
  const { talk, reader } = useTalkContext();
  const { view } = talk;
  const typed = useTypedCommitment(view.id);
  const form = useOpened();
  /** The moment in which I opened or closed it. */
  const [saidIn, setSaidIn] = useState(0);
  const hasWords = typed.fields.text.trim() !== '';
  /** The last moment with words in it: within one, somebody who takes them all away to write others still has the form. */
  const [wordsIn, setWordsIn] = useState(0);
  if (hasWords && wordsIn !== view.moment) setWordsIn(view.moment);
  const waits = typed.isTyped && (hasWords || wordsIn === view.moment);
  const isMyTurn = view.phase === 'turn' && view.holder === 'me' && reader === 'me';
  const mayWrite = isMyTurn || (waits && (reader === 'me' || !view.holder));
  const isSaid = saidIn === view.moment;
  const isOpen = view.step === 'ask' && mayWrite && (isSaid ? form.isOpen : waits && reader === 'me');
  const open = () => {
    setSaidIn(view.moment);
    form.open();
  };
  const close = () => {
    setSaidIn(view.moment);
    form.close();
  };
  return { typed, button: form.button, waits, mayWrite, isOpen, takesFocus: isSaid, open, close };
}

type Asking = ReturnType<typeof useAsking>;

/** Opens where what I ask for is written down. */
export function AskButton({ asking: { button, waits, mayWrite, isOpen, open } }: { asking: Asking }) {
  const t = useTranslations('live.offer');
  const { names, shared } = useTalkContext();
  if (!mayWrite || isOpen) return null;
  return (
    <Button ref={button} look="quiet" size="large" onClick={open}>
      {waits && shared ? t('waits', { name: names.me }) : t('write')}
    </Button>
  );
}

/** Where what I ask for is written down. */
export function AskForm({ asking: { typed, isOpen, takesFocus, close } }: { asking: Asking }) {
  const { talk, shared, names } = useTalkContext();
  if (!isOpen) return null;
  return (
    <Card as="div">
      <CommitmentForm
        talkId={talk.view.id}
        typed={typed}
        names={{ name: names.partner, me: shared ? names.me : undefined }}
        isFirst
        takesFocus={takesFocus}
        onClose={close}
      />
    </Card>
  );
}

/** What one asked the other for in this talk, and what the other says to it. */
export function Offers({ commitments }: { commitments: readonly CommitmentView[] }) {
  const t = useTranslations('live.offer');
  const { talk, shared, names } = useTalkContext();
  const { view } = talk;
  const ofTalk = commitments.filter(({ talkId, state }) => talkId === view.id && state !== 'settled');
  if (ofTalk.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="flex flex-col gap-3">
      {ofTalk.map((commitment) => (
        <CommitmentCard
          key={commitment.id}
          commitment={commitment}
          partnerName={names.partner}
          me={shared ? names.me : undefined}
          isFirst={view.holder !== 'me'}
          isNew
        />
      ))}
    </ul>
  );
}
