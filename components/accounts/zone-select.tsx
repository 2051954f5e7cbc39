'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Select } from '../ui/field';

const say = (zone: string) => zone.replaceAll('_', ' ').replaceAll('/', ' / ');

/** A time zone. The list is the browser's own, and comes after the page; where the device is elsewhere, it offers that. */
export function ZoneSelect({
  label,
  hint,
  zone,
  onChoose,
}: {
  label: ReactNode;
  hint?: ReactNode;
  zone: string;
  /** Gives whether it was stored. */
  onChoose: (zone: string) => Promise<boolean>;
}) {
  const t = useTranslations('settings.you');
  const [chosen, setChosen] = useState(zone);
  const [zones, setZones] = useState([zone]);
  const [here, setHere] = useState(zone);

  useEffect(() => {
    const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setHere(local);
    setZones([...new Set([...Intl.supportedValuesOf('timeZone'), zone, local])].sort());
  }, [zone]);

  const choose = async (next: string) => {
    const before = chosen;
    setChosen(next);
    if (!(await onChoose(next))) setChosen(before);
  };

  return (
    <div className="flex flex-col gap-2">
      <Select label={label} hint={hint} value={chosen} onChange={(event) => void choose(event.target.value)}>
        {zones.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </Select>
      {here !== chosen && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          <span>{t('zoneHere', { zone: say(here) })}</span>
          <Button look="quiet" size="small" onClick={() => void choose(here)}>
            {t('zoneUse')}
          </Button>
        </div>
      )}
    </div>
  );
}
