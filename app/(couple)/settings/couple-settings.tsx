'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSave } from '#components/accounts/use-save';
import { ZoneSelect } from '#components/accounts/zone-select';
import { Card } from '#components/ui/card';
import { Checkbox } from '#components/ui/field';
import { type Circumstance, circumstances } from '#lib/prompts/kinds';

export function CoupleSettings({ couple }: { couple: { timeZone: string; circumstances: string[] } }) {
  const t = useTranslations('settings.couple');
  const save = useSave('/api/couple');
  const [ticked, setTicked] = useState<readonly string[]>(couple.circumstances);

  const tick = async (one: Circumstance, isTicked: boolean) => {
    const next = isTicked ? [...ticked, one] : ticked.filter((other) => other !== one);
    setTicked(next);
    if (!(await save({ circumstances: next }))) setTicked(ticked);
  };

  return (
    <Card as="div" className="flex flex-col gap-6">
      <fieldset>
        <legend className="font-semibold text-sm">{t('fits')}</legend>
        <p className="mb-1 text-muted text-sm">{t('fitsHint')}</p>
        {circumstances.map((one) => (
          <Checkbox
            key={one}
            label={t(`circumstances.${one}`)}
            checked={ticked.includes(one)}
            onChange={({ target }) => void tick(one, target.checked)}
          />
        ))}
      </fieldset>
      <ZoneSelect
        label={t('zone')}
        hint={t('zoneHint')}
        zone={couple.timeZone}
        onChoose={(timeZone) => save({ timeZone })}
      />
    </Card>
  );
}
