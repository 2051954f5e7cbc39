'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChipChecks } from '#components/feelings/chip-checks';
import { FamilyWheel } from '#components/feelings/family-wheel';
import { NeedChoice } from '#components/feelings/need-choice';
import { familiesOf } from '#components/feelings/words-of';
import { type Family, mostChosen, mostFeelings } from '#lib/feelings/kinds';
import type { Wheel } from '#lib/feelings/wheel';
import type { EntryFields } from './entry-draft';

/** Body, word, need: one after the other, each as far as one likes. */
export function FeelingPicks({
  wheel,
  fields: { sensations, feelings, needs },
  onChange,
}: {
  wheel: Wheel;
  fields: EntryFields;
  onChange: (change: Partial<EntryFields>) => void;
}) {
  const t = useTranslations('feelings');
  const taken = familiesOf(wheel, feelings);
  const [opened, setOpened] = useState<Family | null>(null);
  const open = opened ?? taken[0] ?? null;
  const family = wheel.families.find(({ id }) => id === open);
  return (
    <div className="flex flex-col gap-8">
      <ChipChecks
        legend={<span className="title text-xl">{t('body')}</span>}
        name="sensations"
        words={wheel.body}
        taken={sensations}
        most={mostChosen}
        full={t('full')}
        onChange={(next) => onChange({ sensations: next })}
      />
      <div className="flex flex-col gap-5">
        <FamilyWheel families={wheel.families} open={open} taken={taken} onOpen={setOpened} />
        {family && (
          <ChipChecks
            key={family.id}
            legend={t('wheel.words', { family: family.name })}
            hint={family.asks}
            name="feelings"
            words={family.feelings}
            taken={feelings}
            most={mostFeelings}
            full={t('wheel.full')}
            family={family.id}
            onChange={(next) => onChange({ feelings: next })}
          />
        )}
      </div>
      {feelings.length > 0 && (
        <NeedChoice needs={wheel.needs} families={taken} taken={needs} onChange={(next) => onChange({ needs: next })} />
      )}
    </div>
  );
}
