import { dayToDate, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { begin } from '#lib/talks/live/machine';
import { getLive } from '#lib/talks/live/queries';
import { drawQuestions } from '#lib/talks/live/questions';
import { listTalks } from '#lib/talks/queries';
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
    // Whatever was said about the day has come about now.
    const coming = day && (await listComing(scope)).find((one) => one.day === day && !one.isSkipped);
    if (coming?.id) await db.talk.deleteMany({ where: { id: coming.id, begunAt: null } });
    const slot = (await findSlot(scope)) === 1 ? 0 : 1;
    const held = await db.talk.count({ where: { coupleId: member.coupleId, endedAt: { not: null } } });
    const state = begin({
      form,
      phones,
      host: phones === 1 ? slot : null,
      // Each begins every other time.
      first: held % 2 === 0 ? 0 : 1,
      questions: form === 'evening' ? await drawQuestions(scope) : { light: [], warm: [], deep: [] },
      at: now().getTime(),
    });
    // Of two who begin at the same moment one does: the other's waits here for it.
    const begun = await db.$executeRaw`
      INSERT INTO talk (id, couple_id, form, day, begun_at, phones, host_id, state, version, said_at)
      VALUES (${id}::uuid, ${member.coupleId}::uuid, ${form}::talk_form, ${coming ? dayToDate(coming.day) : null}::date,
              ${now()}, ${phones}, ${phones === 1 ? member.userId : null}::uuid, ${JSON.stringify(state)}::jsonb, 1, ${now()})
      ON CONFLICT DO NOTHING`;
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

async function findSlot({ db, member }: Scope): Promise<number> {
  const { slot } = await db.member.findUniqueOrThrow({ where: { userId: member.userId } });
  return slot;
}
