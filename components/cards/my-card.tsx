'use client';

import { Ban, Check, CloudOff, Heart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Card } from '#components/ui/card';
import { Choices } from '#components/ui/choice';
import { classes } from '#components/ui/classes';
import { Select, TextArea } from '#components/ui/field';
import { longestAccess, type SurpriseLiking, surprises } from '#lib/cards/kinds';
import { areas, type Cost, costs, type Energy, energies, type Taste } from '#lib/ideas/kinds';
import { AreaFields } from './area-fields';
import type { CardFields, CardStatus } from './card-draft';
import { Learned } from './learned';
import { Showing } from './showing';
import { useCard } from './use-card';

/** My card, to be filled in: kept as one goes. */
export function MyCard({
  saved,
  learned,
  isShown,
  partnerName,
}: {
  saved: CardFields;
  learned: Partial<Record<Taste, number>>;
  isShown: boolean;
  partnerName: string | null;
}) {
  const t = useTranslations('cards');
  const { fields, status, draft } = useCard(saved);
  const change = (changes: Partial<CardFields>) => draft().write({ ...fields, ...changes });
  const isEmpty =
    fields.likes.length + fields.noes.length + Object.keys(fields.words).length === 0 &&
    !fields.budget &&
    !fields.energy &&
    !fields.access &&
    !fields.surprise &&
    Object.keys(learned).length === 0;

  return (
    <div className="flex flex-col gap-7">
      <Showing isShown={isShown} isEmpty={isEmpty} partnerName={partnerName} sendFirst={() => draft().send()} />
      <section aria-labelledby="tastes" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end justify-between gap-x-5 gap-y-1.5">
          <div>
            <h2 id="tastes" tabIndex={-1} className="title text-2xl">
              {t('mine.tastes')}
            </h2>
            <p className="text-muted">{t('mine.tastesHint')}</p>
          </div>
          <p aria-hidden="true" className="flex gap-4 text-muted text-sm">
            <span className="inline-flex items-center gap-1.5">
              <Heart className="size-4 text-mine" /> {t('mine.like')}
            </span>
            <span className="inline-flex items-center gap-1.5">
              <Ban className="size-4 text-danger" /> {t('mine.no')}
            </span>
          </p>
        </div>
        <div className="flex flex-col gap-2.5">
          {areas.map((area, index) => (
            <AreaFields key={area} area={area} fields={fields} change={change} isOpen={isEmpty && index === 0} />
          ))}
        </div>
      </section>
      <Learned learned={learned} />
      <Card aria-labelledby="suits" className="flex flex-col gap-6">
        <h2 id="suits" className="title text-2xl">
          {t('mine.suits')}
        </h2>
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label={t('mine.budget')}
            value={fields.budget ?? ''}
            onChange={({ target }) => change({ budget: (target.value as Cost) || undefined })}
          >
            <option value="">{t('mine.any')}</option>
            {costs.map((cost) => (
              <option key={cost} value={cost}>
                {t(`budgets.${cost}`)}
              </option>
            ))}
          </Select>
          <Select
            label={t('mine.energy')}
            value={fields.energy ?? ''}
            onChange={({ target }) => change({ energy: (target.value as Energy) || undefined })}
          >
            <option value="">{t('mine.any')}</option>
            {energies.map((energy) => (
              <option key={energy} value={energy}>
                {t(`energies.${energy}`)}
              </option>
            ))}
          </Select>
        </div>
        <TextArea
          label={t('mine.access')}
          hint={t('mine.accessHint')}
          value={fields.access ?? ''}
          onChange={({ target }) => change({ access: target.value })}
          limit={longestAccess}
          minRows={2}
        />
        <Choices<SurpriseLiking | ''>
          legend={t('mine.surprise')}
          name="surprise"
          value={fields.surprise ?? ''}
          onChange={(surprise) => change({ surprise: surprise || undefined })}
          options={surprises.map((value) => ({
            value,
            label: t(`surprises.${value}`),
            hint: t(`surpriseHints.${value}`),
          }))}
        />
      </Card>
      <Status status={status} />
    </div>
  );
}

const said = {
  typing: 'keeping',
  kept: 'kept',
  here: 'keptHere',
  nowhere: 'unkept',
  long: 'tooLong',
  refused: 'refused',
} as const;

/** How the card stands, always in sight and never in the way. What goes well is not announced: it would interrupt. */
function Status({ status }: { status: CardStatus }) {
  const t = useTranslations('cards.mine');
  // That all is well need not be said for long.
  const [rested, setRested] = useState(false);
  useEffect(() => {
    setRested(false);
    if (status !== 'kept') return;
    const timer = setTimeout(() => setRested(true), 4000);
    return () => clearTimeout(timer);
  }, [status]);
  const isWrong = status === 'nowhere' || status === 'long' || status === 'refused';
  return (
    <div
      role={isWrong ? 'alert' : undefined}
      className="pointer-events-none sticky bottom-[calc(var(--bar)+0.75rem)] z-10 -mt-4 flex min-h-9 justify-end"
    >
      {status !== 'quiet' && !rested && (
        <p
          className={classes(
            'inline-flex items-center gap-1.5 rounded-full border bg-surface px-3.5 py-1.5 font-medium text-sm shadow-over',
            isWrong ? 'border-danger text-danger' : 'border-line text-muted',
          )}
        >
          {status === 'kept' && <Check aria-hidden="true" className="size-4 text-calm" />}
          {status === 'here' && <CloudOff aria-hidden="true" className="size-4" />}
          {t(said[status])}
        </p>
      )}
    </div>
  );
}
