'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { moveHours } from '#lib/talks/kinds';
import { giverOf } from './floor';
import { useTalkContext } from './talk-context';
import { TimeDialog } from './time-dialog';

/** In minutes. */
const hour = 60;
const longest = moveHours * hour;

/** Not able to listen now: the talk waits until a time within a day. No reason is asked. */
export function Move() {
  const t = useTranslations('live.move');
  const words = useTranslations('live.acts');
  const { talk, reader } = useTalkContext();
  const [open, setOpen] = useState(false);
  const giver = giverOf(talk.view, 'move', reader);
  if (!giver) return null;
  return (
    <>
      <Button look="quiet" size="large" onClick={() => setOpen(true)}>
        {words('notNow')}
      </Button>
      <TimeDialog
        open={open}
        onClose={() => setOpen(false)}
        say={t}
        whiles={[
          { label: t('hour'), minutes: hour },
          { label: t('three'), minutes: 3 * hour },
          // A little less than a day, so that it still is when it arrives.
          { label: t('tomorrow'), minutes: longest - 1 },
        ]}
        shortest={1}
        longest={longest}
        busy={talk.giving === 'move'}
        onChosen={async (to) => {
          if (await talk.give({ name: 'move', to }, giver)) setOpen(false);
        }}
      />
    </>
  );
}
