import { useTranslations } from 'next-intl';
import type { Doer } from '#lib/talks/kinds';
import { useTalkContext } from './talk-context';

/** Says who does what was agreed to: "You", "Noor", "You and Noor"; on one phone by both names. */
export function useDoerWords(): (doer: Doer) => string {
  const t = useTranslations('live.commitments');
  const { call } = useTalkContext();
  return (doer) => (doer === 'both' ? t('both', { one: call('me'), other: call('partner') }) : call(doer));
}
