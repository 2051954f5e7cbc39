'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { feelingsOf, wordsOf } from '#components/feelings/words-of';
import { WrittenText } from '#components/prompts/written';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import type { Wheel } from '#lib/feelings/wheel';
import type { EntryView } from '#lib/journal/view';

/** Another device of mine wrote here meanwhile: shows what, and lets me choose. */
export function ChangedElsewhere({
  present: { text, sensations, feelings, needs },
  wheel,
  onChoose,
}: {
  present: EntryView;
  wheel: Wheel;
  onChoose: (which: 'mine' | 'theirs') => void;
}) {
  const t = useTranslations('journal.changed');
  const format = useFormatter();
  const picked = [...wordsOf(wheel.body, sensations), ...feelingsOf(wheel, feelings), ...wordsOf(wheel.needs, needs)];
  return (
    <Notice tone="ours" role="alert" title={t('title')} className="[&>div]:flex-1">
      <div className="flex flex-col gap-3 text-ink">
        <p>{t('text')}</p>
        {picked.length > 0 && <p className="wrap-anywhere">{format.list(picked.map(({ words }) => words))}</p>}
        {text && (
          <div className="max-h-60 overflow-y-auto">
            <WrittenText whose="mine">{text}</WrittenText>
          </div>
        )}
        {!text && picked.length === 0 && <p>{t('empty')}</p>}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => onChoose('mine')}>{t('mine')}</Button>
          <Button look="quiet" onClick={() => onChoose('theirs')}>
            {t('theirs')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
