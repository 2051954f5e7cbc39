import { useTranslations } from 'next-intl';
import type { Doer } from '#lib/talks/kinds';

/** How a screen calls the two: `me` is my name where it is for both, and says "You" to neither. */
export type Names = { name: string; me?: string };

/** Says who does what was agreed to: "You do this", "Noor does this", "Both of you". */
export function useDoerWords({ name, me }: Names): (doer: Doer) => string {
  const t = useTranslations('talks.doer');
  return (doer) => ({ me: me ? t('one', { name: me }) : t('you'), partner: t('one', { name }), both: t('both') })[doer];
}
