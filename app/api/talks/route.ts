import { dayToDate, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import type { Form } from '#lib/talks/kinds';
import { begin } from '#lib/talks/live/machine';
import { getLive } from '#lib/talks/live/queries';
import { drawQuestions } from '#lib/talks/live/questions';
import type { State } from '#lib/talks/live/state';
import { listTalks } from '#lib/talks/queries';
import { isNow, type Occurrence } from '#lib/talks/rules';
import { findUnderWay, listComing } from '#lib/talks/schedule';
import { beginBody, listQuery } from '#lib/talks/schema';
import { type Scope, transaction } from '#lib/transaction';

/** Talks that were held. */
export const GET = route({ query: listQuery }, ({ identity, query }) =>
  transaction(identity, (scope) => listTalks(scope, query)),
);

/** Begins a talk or an evening of questions: both are asked whether they are able to listen now. Twice is once. */
export const POST = route({ body: beginBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, form, phones, day } = body;
    if (!member.partner) throw new AppError('alone');
    const sent = await db.talk.findUnique({ where: { id } });
    if (sent?.begunAt) return getLive(scope, id);
    const coming = day ? (await listComing(scope)).find((one) => one.day === day && !one.isSkipped) : undefined;
    // One of the two alone could use up a day that is still far off.
    if (coming && !isNow(coming, now())) throw new AppError('invalid', { fields: { day: 'invalid' } });
    const slot = (await findSlot(scope)) === 1 ? 0 : 1;
    const { coupleId, userId } = member;
    const readerIds = { hasEvery: [userId, member.partner.id] };
    const held = await db.talk.count({ where: { coupleId, readerIds, endedAt: { not: null } } });
    const state = begin({
      form,
      phones,
      host: phones === 1 ? slot : null,
      // Each begins every other time.
      first: held % 2 === 0 ? 0 : 1,
      questions: form === 'evening' ? await drawQuestions(scope) : { light: [], warm: [], deep: [] },
      at: now().getTime(),
    });
    const begun = await beginRow(scope, id, form, state, coming);
    if (!begun) {
      const underWay = await findUnderWay(scope);
      if (!underWay) throw new AppError('conflict');
      if (underWay.id === id) return getLive(scope, id);
      throw new AppError('talk_under_way', { present: await getLive(scope, underWay.id) });
    }
    await record('talk.begun', id);
    return getLive(scope, id);
  }),
);

/**
 * Begins it, in place of what was said of its day or time so far: stopped on arriving, it is to come as it was. Of two who begin
 * at the same moment one does: the other's waits here for it. @returns whether it was begun
 */
async function beginRow(scope: Scope, id: string, form: Form, state: State, coming?: Occurrence): Promise<boolean> {
  const { db, member } = scope;
  if (coming?.id) await db.talk.deleteMany({ where: { id: coming.id, begunAt: null } });
  const day = coming && !coming.isFree ? dayToDate(coming.day) : null;
  const startsAt = coming?.isMoved ? coming.startsAt : null;
  const made = await db.$executeRaw`
    INSERT INTO talk (id, couple_id, form, day, starts_at, begun_at, phones, host_id, state, version, said_at)
    VALUES (${id}::uuid, ${member.coupleId}::uuid, ${form}::talk_form, ${day}::date, ${startsAt}::timestamptz, ${now()},
            ${state.phones}, ${state.phones === 1 ? member.userId : null}::uuid, ${JSON.stringify(state)}::jsonb, 1, ${now()})
    ON CONFLICT DO NOTHING`;
  return made > 0;
}

async function findSlot({ db, member }: Scope): Promise<number> {
  const { slot } = await db.member.findUniqueOrThrow({ where: { userId: member.userId } });
  return slot;
}
