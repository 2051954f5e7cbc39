'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { ActButton } from './act-button';
import { useTalkContext } from './talk-context';

/** It is asked whether to end here; the talk goes on until both say so. */
export function AskedToEnd() {
  const t = useTranslations('live.end');
  const { talk, names } = useTalkContext();
  const { stops, phase } = talk.view;
  // Until it is asked anew.
  const [isDeclined, setDeclined] = useState(false);
  if (isDeclined && !stops.partner) setDeclined(false);
  if (phase === 'ended' || (!stops.me && (!stops.partner || isDeclined))) return null;
  const decline = () => {
    setDeclined(true);
    document.getElementById('title')?.focus({ preventScroll: true });
  };
  return (
    <Card as="div" tight tone="ours" className="flex animate-arrive flex-wrap items-center gap-3">
      <p className="min-w-[min(12rem,100%)] flex-1">
        {stops.me ? t('askedMine', { name: names.partner }) : t('asked')}
      </p>
      {stops.me ? (
        <ActButton name="unstop" look="quiet">
          {t('stay')}
        </ActButton>
      ) : (
        <div className="flex flex-wrap gap-2">
          <ActButton name="stop" look="quiet">
            {t('action')}
          </ActButton>
          <Button look="plain" onClick={decline}>
            {t('notNow')}
          </Button>
        </div>
      )}
    </Card>
  );
}
