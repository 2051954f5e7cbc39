// Apart from schema.ts, so that a page that only names them need not load zod.

export const planKinds = ['surprise', 'together'] as const;
export type PlanKind = (typeof planKinds)[number];

/** How a version came: the first; the other's wish; out of both; or its own author's second thought. */
export type VersionKind = 'proposed' | 'countered' | 'combined';

/** After it was lived: more like this, or once was enough. It goes on one's own card. */
export const agains = ['more', 'enough'] as const;
export type Again = (typeof agains)[number];

/** In characters. */
export const longestTitle = 120;
export const longestPlan = 2000;
export const longestFelt = 280;
export const longestHint = 280;

/** In minutes: a fortnight. */
export const longestTime = 14 * 24 * 60;
