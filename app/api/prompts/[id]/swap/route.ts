import { dateToDay, dayIn, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getTodaysPrompt, putTodaysPrompt, todayOf } from '#lib/prompts/queries';
import { promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

type LockedPrompt = { day: Date | null; answered: boolean; swapped: boolean };

/** Swaps a couple has in a day: a question is not to be shopped for, nor taken from under the other's pen all day. */
const mostSwaps = 3;

/** Puts another question in place of today's, as long as nobody has answered it. */
export const POST = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const [prompt] = await db.$queryRaw<LockedPrompt[]>`
      SELECT day, answered_by_id IS NOT NULL OR revealed_at IS NOT NULL AS answered, swapped_at IS NOT NULL AS swapped
        FROM prompt WHERE id = ${params.id}::uuid FOR UPDATE`;
    if (!prompt) throw new AppError('not_found');
    if (prompt.answered) throw new AppError('answered');
    // Swapped already, by the other or by the same tap sent twice: what stands there now is the answer.
    if (!prompt.swapped) {
      const day = todayOf(scope);
      if (!prompt.day || dateToDay(prompt.day) !== day) throw new AppError('conflict');
      const swaps = await db.prompt.findMany({
        where: { coupleId: member.coupleId, swappedAt: { not: null } },
        orderBy: { swappedAt: 'desc' },
        take: mostSwaps,
        select: { swappedAt: true },
      });
      const ofToday = swaps.filter(({ swappedAt }) => swappedAt && dayIn(member.coupleTimeZone, swappedAt) === day);
      if (ofToday.length >= mostSwaps) throw new AppError('swapped_enough');
      await db.prompt.updateMany({ where: { id: params.id }, data: { swappedAt: now(), day: null } });
      await putTodaysPrompt(scope, day);
      await record('prompt.swapped', params.id);
    }
    return { prompt: await getTodaysPrompt(scope) };
  }),
);
