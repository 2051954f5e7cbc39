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
  const say = (phones: 1 | 2) => async () => {
    await talk.give({ name: 'phones', phones });
    document.getElementById('title')?.focus({ preventScroll: true });
  };
  return (
    <Card as="div" tight tone="ours" className="flex animate-arrive flex-wrap items-center gap-3">
      <p className="min-w-[min(12rem,100%)] flex-1">{t(toOne.me ? 'mine' : 'theirs', { name: names.partner })}</p>
      <div className="flex flex-wrap gap-2">
        {!toOne.me && (
          <Button look="quiet" busy={talk.giving === 'phones'} onClick={say(1)}>
            {t('yes')}
          </Button>
        )}
        <Button look={toOne.me ? 'quiet' : 'plain'} busy={talk.giving === 'phones'} onClick={say(2)}>
          {t(toOne.me ? 'takeBack' : 'notNow')}
        </Button>
      </div>
    </Card>
  );
}
