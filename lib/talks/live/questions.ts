import { randomInt } from 'node:crypto';
import { addMonths, now } from '#lib/clock';
import { type Depth, depths } from '#lib/prompts/kinds';
import { questions } from '#lib/prompts/library';
import { stateOf } from '#lib/talks/live/state';
import type { Scope } from '#lib/transaction';

/** Questions of a level, of which an evening hardly needs more. */
const most = 12;

/**
 * Draws the questions of an evening, by level: none of a topic that either has muted, none that presumes what the couple did
 * not say fits, and first those that were neither put to the two nor read aloud within a year.
 */
export async function drawQuestions({ db, member }: Scope): Promise<Record<Depth, string[]>> {
  const muted = await db.$queryRaw<{ topic: string }[]>`SELECT app.muted_topics() AS topic`;
  const isMuted = new Set(muted.map(({ topic }) => topic));
  const asked = await db.prompt.findMany({
    where: {
      coupleId: member.coupleId,
      contentId: { not: null },
      createdAt: { gt: addMonths(now(), -12) },
      // What both may read: the draw tells nothing of somebody before.
      ...(member.partner && { OR: [{ readerIds: { isEmpty: true } }, { readerIds: { has: member.partner.id } }] }),
    },
    select: { contentId: true },
  });
  const evenings = await db.talk.findMany({
    where: { coupleId: member.coupleId, form: 'evening', begunAt: { gt: addMonths(now(), -12) } },
  });
  const read = evenings.flatMap((evening) => (evening.state ? stateOf(evening).asked : []));
  const wasAsked = new Set([...asked.map(({ contentId }) => contentId), ...read]);
  const fitting = questions.filter(
    ({ topic, tags }) => !isMuted.has(topic) && (tags ?? []).every((tag) => member.circumstances.includes(tag)),
  );
  const drawn = depths.map((depth) => {
    const level = shuffle(fitting.filter((question) => question.depth === depth));
    const fresh = level.filter(({ id }) => !wasAsked.has(id));
    const chosen = [...fresh, ...level.filter(({ id }) => wasAsked.has(id))].slice(0, most);
    return [depth, chosen.map(({ id }) => id)] as const;
  });
  return Object.fromEntries(drawn) as Record<Depth, string[]>;
}

function shuffle<T>(list: readonly T[]): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}
