'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { useTalkContext } from './talk-context';

/** One would like to go on with one phone for both; it counts when the other says so too. */
export function AskedToShare() {
  const t = useTranslations('live.toOne');
  const { talk, names } = useTalkContext();
  const { toOne, phase } = talk.view;
  if (phase === 'ended' || (!toOne.me && !toOne.partner)) return null;
  return (
    <Card as="div" tight tone="ours" className="flex animate-arrive flex-wrap items-center gap-3">
      <p className="min-w-[min(12rem,100%)] flex-1">{t(toOne.me ? 'mine' : 'theirs', { name: names.partner })}</p>
      {!toOne.me && (
        <Button
          look="quiet"
          busy={talk.giving === 'phones'}
          onClick={() => void talk.give({ name: 'phones', phones: 1 })}
        >
          {t('yes')}
        </Button>
      )}
    </Card>
  );
}
