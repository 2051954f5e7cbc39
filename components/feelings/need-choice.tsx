import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChipButton } from '#components/ui/chip';
import { type Family, mostChosen } from '#lib/feelings/kinds';
import type { Wheel } from '#lib/feelings/wheel';
import { ChipChecks } from './chip-checks';

/** So many are shown before one asks for the rest. */
const shownFirst = 9;

/** What I need: first what answers the words that were taken, the rest on asking. */
export function NeedChoice({
  needs,
  families,
  taken,
  onChange,
}: {
  needs: Wheel['needs'];
  families: readonly Family[];
  taken: readonly string[];
  onChange: (taken: string[]) => void;
}) {
  const t = useTranslations('feelings');
  const [showsAll, setShowsAll] = useState(false);
  // A need answers one family more than another: it names them in that order.
  const rank = (need: Wheel['needs'][number]) => {
    const places = families.flatMap((family) => {
      const at = need.families.indexOf(family);
      return at < 0 ? [] : at;
    });
    return Math.min(...places);
  };
  const near = needs
    .filter((need) => rank(need) < Number.POSITIVE_INFINITY)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, shownFirst);
  const first = needs.filter((need) => near.includes(need) || taken.includes(need.id));
  const rest = needs.filter((need) => !first.includes(need));
  return (
    <ChipChecks
      legend={t('needs.legend')}
      name="needs"
      words={showsAll ? [...first, ...rest] : first}
      taken={taken}
      most={mostChosen}
      full={t('full')}
      onChange={onChange}
    >
      {!showsAll && rest.length > 0 && (
        <ChipButton className="min-h-11 px-4" onClick={() => setShowsAll(true)}>
          {t('needs.more')}
        </ChipButton>
      )}
    </ChipChecks>
  );
}
