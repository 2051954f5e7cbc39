import { instantOf, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { giveThanks, sealWords } from '#lib/thanks/give';
import { getThanks, lockOwnThanks, mostKept, setAside } from '#lib/thanks/queries';
import { type ThanksBody, thanksBody, thanksParams } from '#lib/thanks/schema';
import { readWords } from '#lib/thanks/view';
import { type Scope, transaction } from '#lib/transaction';

export const GET = route({ params: thanksParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getThanks(scope, params.id)),
);

/**
 * Writes a thank-you, or writes on at one that waits, and says when it is given. Until then it makes no event and no trace.
 * Sent again once it was given, it is given already; with other words it is too late.
 */
export const PUT = route({ params: thanksParams, body: thanksBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { way, give } = body;
    if (!(await beginThanks(scope, id, body))) {
      const row = await lockOwnThanks(scope, id);
      if (row.givenAt) {
        if (!isSame(body, await readWords(scope, row))) throw new AppError('given');
        return getThanks(scope, id);
      }
      await db.thanks.updateMany({ where: { id, givenAt: null }, data: await keep(scope, id, body) });
    }
    await setAside(scope, id, { way: way ?? null });
    if (give === 'now') {
      await giveThanks(scope, await lockOwnThanks(scope, id));
      await record('thanks.given', id);
    }
    return getThanks(scope, id);
  }),
);

/** Drops one that waits, without a trace. What was given is for both by now. */
export const DELETE = route({ params: thanksParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { givenAt } = await lockOwnThanks(scope, id);
    if (givenAt) throw new AppError('given');
    await scope.db.thanks.deleteMany({ where: { id, givenAt: null } });
  }),
);

/** Begins it, if there is none with this id that I see. @returns whether it was begun now */
async function beginThanks(scope: Scope, id: string, body: ThanksBody): Promise<boolean> {
  const { db, member } = scope;
  const { coupleId, userId: giverId } = member;
  if (await db.thanks.count({ where: { id } })) return false;
  if ((await db.thanks.count({ where: { giverId, givenAt: null } })) >= mostKept) throw new AppError('said_enough');
  const { count } = await db.thanks.createMany({
    data: { id, coupleId, giverId, createdAt: now(), ...(await keep(scope, id, body)) },
    skipDuplicates: true,
  });
  return count > 0;
}

/** What is stored of one that waits. @throws AppError `alone`, or `invalid` for a time that is over */
async function keep(scope: Scope, id: string, { give, ...words }: ThanksBody) {
  const { timeZone, partner } = scope.member;
  const isTimed = typeof give === 'object';
  if ((isTimed || give === 'now') && !partner) throw new AppError('alone');
  const giveAt = isTimed ? instantOf(timeZone, give.day, give.time) : null;
  if (giveAt && giveAt <= now()) throw new AppError('invalid', { fields: { give: 'invalid' } });
  // With a time, the worker gives it when nobody is there who could open its giver's key.
  const sealedBody = await sealWords(scope, isTimed ? 'couple' : 'user', id, words);
  return { sealedBody, giveAt, forTalk: give === 'talk' };
}

function isSame({ did, says, was }: ThanksBody, words: Awaited<ReturnType<typeof readWords>>): boolean {
  return words !== null && did === words.did && says === words.says && was === words.was;
}
