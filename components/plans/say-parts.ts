import type { useTranslations } from 'next-intl';
import type { PlanPart } from './changes';

/** Parts of a plan in words: "the day and the time". */
export function sayParts(
  t: ReturnType<typeof useTranslations<'plans'>>,
  locale: string,
  parts: readonly PlanPart[],
): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts.map((part) => t(`trail.parts.${part}`)));
}
