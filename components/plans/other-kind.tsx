'use client';

import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { TextLink } from '#components/ui/button';
import type { PlanKind } from '#lib/plans/kinds';
import { newPlanHref } from './kind-choice';
import { moveTyped, namesOfNew } from './use-typed';

/** The new plan as the other kind; what was typed comes along. */
export function OtherKind({
  kind,
  source,
  className,
}: {
  /** What it is so far. */
  kind: PlanKind;
  source: { idea?: string; from?: string; news?: string };
  className?: string;
}) {
  const t = useTranslations('plans.form');
  const { userId } = useLive();
  const other = kind === 'surprise' ? 'together' : 'surprise';
  const origin = source.idea ?? source.from ?? source.news;
  return (
    <TextLink
      href={newPlanHref(other, source)}
      replace
      onClick={() => moveTyped(userId, namesOfNew(kind, origin), namesOfNew(other, origin))}
      className={className}
    >
      {t(other === 'together' ? 'toTogether' : 'toSurprise')}
    </TextLink>
  );
}
