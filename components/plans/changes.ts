import type { VersionView } from '#lib/plans/view';

export const planParts = ['title', 'text', 'day', 'time', 'minutes'] as const;
export type PlanPart = (typeof planParts)[number];

type Version = Pick<VersionView, 'content' | 'when'>;

/** What a version says otherwise than the one before it. Nothing where the words of one have left. */
export function findChanges(before: Version, after: Version): PlanPart[] {
  if (!before.content || !after.content) return [];
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return planParts.filter((part) => old[part] !== now[part]);
}

function valuesOf({ content, when }: Version): Record<PlanPart, unknown> {
  return {
    title: content?.title,
    text: content?.text,
    day: when?.day ?? null,
    time: when?.time ?? null,
    minutes: when?.minutes ?? null,
  };
}
