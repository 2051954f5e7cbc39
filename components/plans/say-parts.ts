import type { useTranslations } from 'next-intl';
import type { PlanPart } from './changes';

/** Parts of a plan in words: "the day, the time". */
export function sayParts(t: ReturnType<typeof useTranslations<'plans'>>, parts: readonly PlanPart[]): string {
  return parts.map((part) => t(`trail.parts.${part}`)).join(', ');
}
