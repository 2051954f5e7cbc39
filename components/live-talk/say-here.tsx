'use client';

import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { ActButton } from './act-button';
import { useTalkContext } from './talk-context';

/**
 * The talk is on one phone. What the other lent for it shows there once that one has said by an own phone to be here, and so
 * each screen says what it takes.
 */
export function SayHere() {
  const t = useTranslations('live.sayHere');
  const { talk, shared, names } = useTalkContext();
  const { phones, phase, isHere, marks, mine } = talk.view;
  const name = names.partner;
  if (phones === 2 || phase === 'ended') return null;
  if (shared) {
    if (isHere.partner || marks.partner) return null;
    return <p className="text-center text-muted text-sm">{t('other', { name })}</p>;
  }
  if (isHere.me || !mine.includes('here')) return null;
  return (
    <Card as="div" tight tone="ours" className="flex animate-arrive flex-wrap items-center gap-3">
      <p className="min-w-[min(12rem,100%)] flex-1">{t('text', { name })}</p>
      <ActButton name="here" look="quiet">
        {t('action')}
      </ActButton>
    </Card>
  );
}
