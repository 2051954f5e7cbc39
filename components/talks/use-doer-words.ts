import { useTranslations } from 'next-intl';
import type { Doer } from '#lib/talks/kinds';

/** How a screen calls the two: `me` is my name where it is for both, and says "You" to neither. */
export type Names = { name: string; me?: string };

/** Says who does what was agreed to: "You", "Noor", "You and Noor". */
export function useDoerWords({ name, me }: Names): (doer: Doer) => string {
  const t = useTranslations('talks');
  const one = me ?? t('you');
  return (doer) => ({ me: one, partner: name, both: t('both', { one, other: name }) })[doer];
}
