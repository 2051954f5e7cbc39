'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Choices } from '#components/ui/choice';
import type { NoteKind } from '#lib/talks/kinds';
import { Acts } from './act-button';
import { giverOf } from './floor';
import { useTalkContext } from './talk-context';

const free = 'free';
/** Thanks and asks have steps of their own. */
const elsewhere: readonly NoteKind[] = ['gratitude', 'ask'];

/** The titles that were brought, mine and theirs, and what is there without a note. One of them is taken. */
export function ChooseMatter({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations('live');
  const { talk, reader, shared, names } = useTalkContext();
  const { view } = talk;
  const offered = view.matters.filter(({ id, kind }) => !elsewhere.includes(kind) && id !== view.matterId);
  // Nothing before somebody says so: what was brought first is no better than the rest.
  const [chosen, setChosen] = useState<string>();
  const giver = giverOf(view, 'choose', reader);
  const picked = chosen === free || offered.some(({ id }) => id === chosen) ? chosen : undefined;
  const hintOf = (by: 'me' | 'partner' | 'gone') => {
    if (by === 'gone') return t('matter.gone');
    return by === 'me' && !shared ? t('matter.mine') : t('matter.theirs', { name: names[by] });
  };
  if (!giver) return null;
  const begin = () =>
    talk.give({ name: 'choose', matterId: !picked || picked === free ? null : picked }, giver).then(onLeave);
  return (
    <div className="flex flex-col gap-4">
      <Choices<string>
        legend={t('choose.label')}
        legendHidden
        name="matter"
        value={picked ?? ''}
        onChange={setChosen}
        options={[
          ...offered.map(({ id, by, title }) => ({
            value: id,
            label: (
              <span className="title text-lg leading-snug" dir="auto">
                {title ?? t('matter.noTitle')}
              </span>
            ),
            hint: (
              <span className={by === 'me' ? 'text-mine' : by === 'partner' ? 'text-theirs' : undefined}>
                {hintOf(by)}
              </span>
            ),
          })),
          {
            value: free,
            label: (
              <span className="title text-lg leading-snug">
                {t(offered.length > 0 ? 'choose.other' : 'choose.now')}
              </span>
            ),
            hint: t('choose.otherHint'),
          },
        ]}
      />
      <Acts>
        <Button
          size="large"
          busy={talk.giving === 'choose'}
          disabled={!picked}
          aria-describedby="choose-first"
          onClick={() => void begin()}
        >
          {t('acts.begin')}
        </Button>
      </Acts>
      <p id="choose-first" className="-mt-1 min-h-lh text-center text-muted text-sm">
        {!picked && t('choose.first')}
      </p>
    </div>
  );
}
