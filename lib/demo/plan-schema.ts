import { z } from 'zod';
import { longestObservation } from '#lib/cards/kinds';
import { cardBody } from '#lib/cards/schema';
import { clockTime, dayOffset, deed, origin } from '#lib/demo/schema';
import { findIdea } from '#lib/ideas/library';
import { ratingBody } from '#lib/ideas/schema';
import { agains, longestFelt, longestHint, longestPlan, longestTime, longestTitle, planKinds } from '#lib/plans/kinds';
import { line, text } from '#lib/text';
import { turnBody } from '#lib/turns/schema';

const ideaId = z.string().refine((id) => findIdea(id) !== undefined);

/** When it is to be. `weekend` is the next Saturday or Sunday after today. */
const when = z.strictObject({
  day: z.union([dayOffset, z.literal('weekend')]),
  time: clockTime.optional(),
  minutes: z.int().min(5).max(longestTime).optional(),
});
export type DemoWhen = z.output<typeof when>;

const content = z.strictObject({
  title: line(longestTitle),
  text: text(longestPlan).optional(),
  ideaId: ideaId.optional(),
  when: when.optional(),
});
export type DemoContent = z.output<typeof content>;

const act = z.union([
  z.strictObject({ ...deed, does: z.enum(['proposes', 'agrees', 'reveals', 'lets go']) }),
  z.strictObject({ ...deed, counters: content }),
  z.strictObject({ ...deed, combines: content }),
  z.strictObject({ ...deed, postponesUntil: dayOffset }),
  /** A surprise, which opens by hand or at this time. */
  z.strictObject({
    ...deed,
    seals: z.strictObject({ opens: z.strictObject({ day: dayOffset, time: clockTime }).optional() }),
  }),
  z.strictObject({
    ...deed,
    teases: z.strictObject({
      when,
      wear: line(longestHint).optional(),
      children: line(longestHint).optional(),
      note: text(longestHint).optional(),
    }),
  }),
  z.strictObject({ ...deed, livedOn: dayOffset.max(-1) }),
  z.strictObject({ ...deed, felt: text(longestFelt), again: z.enum(agains).optional() }),
  z.strictObject({ ...deed, rates: ratingBody }),
]);
export type DemoAct = z.output<typeof act>;

/** A plan and all that came of it. */
const plan = z.strictObject({
  ...deed,
  kind: z.enum(planKinds),
  from: origin.optional(),
  first: content,
  after: z.array(act),
});
export type DemoPlan = z.output<typeof plan>;

/** content/demo/plans.json */
export const planYear = z.strictObject({
  /** The first of each is shown at once. */
  cards: z.array(z.strictObject({ ...deed, card: cardBody })),
  observations: z.array(z.strictObject({ ...deed, text: text(longestObservation) })),
  ratings: z.array(z.strictObject({ ...deed, ideaId, rates: ratingBody })),
  turns: z.array(
    z.union([z.strictObject({ ...deed, begins: turnBody }), z.strictObject({ ...deed, does: z.literal('swaps') })]),
  ),
  plans: z.array(plan),
});
export type PlanYear = z.output<typeof planYear>;
