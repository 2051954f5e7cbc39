'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Select } from '#components/ui/field';

const say = (zone: string) => zone.replaceAll('_', ' ').replaceAll('/', ' / ');
const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

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
  const select = useRef<HTMLSelectElement>(null);
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

  // The offer goes when it is taken, and would take the focus with it.
  const takeHere = () => {
    select.current?.focus();
    void choose(here);
  };

  return (
    <Select
      ref={select}
      label={label}
      hint={hint}
      value={chosen}
      onChange={(event) => void choose(event.target.value)}
      aside={
        here !== chosen && (
          // Never taller or wider than what the label leaves, so that nothing moves when it comes.
          <button
            type="button"
            aria-label={t('zoneUseLabel', { city: cityOf(here), zone: say(here) })}
            onClick={takeHere}
            className="target min-w-0 shrink-[999] rounded-sm font-semibold text-ours text-sm hover:underline"
          >
            <span className="block truncate">{t('zoneUse', { city: cityOf(here) })}</span>
          </button>
        )
      }
    >
      {zones.map((one) => (
        <option key={one} value={one}>
          {say(one)}
        </option>
      ))}
    </Select>
  );
}
