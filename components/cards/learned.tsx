'use client';

import { Sprout, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { tastes as allTastes, type Taste } from '#lib/ideas/kinds';

/** What lived plans have taught my card, each to be removed. */
export function Learned({ learned }: { learned: Partial<Record<Taste, number>> }) {
  const t = useTranslations('cards.mine');
  const tastes = useTranslations('ideas.tastes');
  const { act } = useAct();
  const known = allTastes.filter((taste) => learned[taste]);
  if (known.length === 0) return null;
  return (
    <Card aria-labelledby="learned" className="flex flex-col gap-3.5">
      <div>
        <h2 id="learned" tabIndex={-1} className="title text-xl">
          {t('learned')}
        </h2>
        <p className="text-muted text-sm">{t('learnedHint')}</p>
      </div>
      <ul className="flex flex-wrap gap-2">
        {known.map((taste) => {
          const what = t((learned[taste] ?? 0) > 0 ? 'more' : 'enough', { taste: tastes(taste) });
          return (
            <li key={taste}>
              <Chip
                tone={(learned[taste] ?? 0) > 0 ? 'calm' : 'sunk'}
                icon={<Sprout aria-hidden="true" />}
                className="pr-0.5"
              >
                {what}
                <button
                  type="button"
                  aria-label={t('forget', { what })}
                  title={t('forget', { what })}
                  onClick={() =>
                    void act('DELETE', `/api/card/learned/${taste}`, undefined, {
                      focus: known.length > 1 ? 'learned' : 'tastes',
                      announce: t('forgotten'),
                    })
                  }
                  className="target inline-flex size-8 items-center justify-center rounded-full hover:bg-surface"
                >
                  <X aria-hidden="true" className="size-4" />
                </button>
              </Chip>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
