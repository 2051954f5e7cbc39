'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { longestBreak, shortestBreak } from '#lib/talks/kinds';
import { useTalkContext } from './talk-context';
import { TimeDialog } from './time-dialog';

/** A break with a time to return. Either takes one, and nobody learns who. */
export function Break() {
  const t = useTranslations('live.break');
  const { talk } = useTalkContext();
  const [open, setOpen] = useState(false);
  if (!talk.view.mine.includes('pause')) return null;
  return (
    <>
      <Button look="plain" size="small" className="font-normal!" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <TimeDialog
        open={open}
        onClose={() => setOpen(false)}
        say={(key) => t(key, { minutes: shortestBreak })}
        whiles={[
          { label: t('shortest', { minutes: shortestBreak }), minutes: shortestBreak },
          { label: t('hour'), minutes: 60 },
        ]}
        shortest={shortestBreak}
        longest={longestBreak}
        busy={talk.giving === 'pause'}
        onChosen={async (_, minutes) => {
          if (await talk.give({ name: 'pause', minutes })) setOpen(false);
        }}
      />
    </>
  );
}
