import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockOwnPlan, storeWhen } from '#lib/plans/queries';
import { planParams, sealedHints, teaserBody } from '#lib/plans/schema';
import { takeBackTeaser } from '#lib/plans/teasers';
import { transaction } from '#lib/transaction';
import { seal, unseal } from '#lib/vault';

/** Says what my partner must know of a sealed surprise of mine. Said again as it stands, it is no news. */
export const PUT = route({ params: planParams, body: teaserBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, state } = await lockOwnPlan(scope, params.id);
    if (state !== 'sealed') throw new AppError('plan_changed');
    if (!member.partner) throw new AppError('alone');
    const { when, ...hints } = body;
    const { day, startsAt, minutes } = storeWhen(scope, when);
    if (!day) throw new AppError('invalid', { fields: { when: 'required' } });
    const place = { table: 'teaser', column: 'sealed_body', id };
    const before = await db.teaser.findUnique({ where: { planId: id } });
    const isThen =
      before?.day.getTime() === day.getTime() &&
      before.startsAt?.getTime() === startsAt?.getTime() &&
      before.minutes === minutes;
    const words = JSON.stringify(sealedHints.parse(hints));
    if (before && isThen) {
      const said = sealedHints.parse(JSON.parse(await unseal(scope, place, before.sealedBody)));
      if (JSON.stringify(said) === words) return getPlan(scope, id);
    }
    const sealedBody = await seal(scope, 'couple', place, words);
    const data = { day, startsAt, minutes, sealedBody, givenAt: before && isThen ? before.givenAt : now() };
    if (before) await db.teaser.updateMany({ where: { planId: id }, data });
    else {
      const { coupleId, userId: authorId, partner } = member;
      await db.teaser.createMany({ data: { ...data, planId: id, coupleId, authorId, forId: partner.id } });
    }
    await record('teaser.given', id);
    return getPlan(scope, id);
  }),
);

/** Takes it back: my partner sees nothing of the surprise any more. */
export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { id } = await lockOwnPlan(scope, params.id);
    await takeBackTeaser(scope, id);
  }),
);
