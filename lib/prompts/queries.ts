import { createHmac, randomUUID } from 'node:crypto';
import { type Day, dateToDay, dayIn, dayToDate, now } from '#lib/clock';
import { env } from '#lib/env';
import { AppError } from '#lib/error';
import { questions } from '#lib/prompts/library';
import { chooseQuestion } from '#lib/prompts/rules';
import { promptParams } from '#lib/prompts/schema';
import {
  type PromptLine,
  type PromptRow,
  type PromptView,
  promptParts,
  viewPrompt,
  viewPromptLine,
} from '#lib/prompts/view';
import type { Scope } from '#lib/transaction';

/** The couple's day, by the couple's own zone. */
export function todayOf({ member }: Pick<Scope, 'member'>): Day {
  return dayIn(member.coupleTimeZone, now());
}

/** Reads one prompt. @throws AppError `not_found` for one of another couple, or none */
export async function getPrompt(scope: Scope, id: string): Promise<PromptView> {
  return viewPrompt(scope, await getPromptRow(scope, id));
}

/** The reveal that an address names; null for any that names none of ours. */
export async function findReveal(scope: Scope, id: string): Promise<PromptView | null> {
  if (!promptParams.safeParse({ id }).success) return null;
  try {
    const prompt = await getPrompt(scope, id);
    return prompt.revealedAt ? prompt : null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

async function getPromptRow({ db }: Scope, id: string): Promise<PromptRow> {
  const row = await db.prompt.findUnique({ where: { id }, include: promptParts });
  if (!row) throw new AppError('not_found');
  return row;
}

/** The couple's question of the day, chosen now if nobody has looked yet. Null when every topic is muted. */
export async function getTodaysPrompt(scope: Scope): Promise<PromptView | null> {
  const day = todayOf(scope);
  const where = { coupleId_day: { coupleId: scope.member.coupleId, day: dayToDate(day) } };
  const found = await scope.db.prompt.findUnique({ where, include: promptParts });
  if (found) return viewPrompt(scope, found);
  if (!(await putTodaysPrompt(scope, day))) return null;
  const chosen = await scope.db.prompt.findUnique({ where, include: promptParts });
  return chosen && viewPrompt(scope, chosen);
}

/**
 * Chooses and stores the day's question. When both do so at once the choice is the same, and one row stays.
 * @returns whether there was a question to choose
 */
export async function putTodaysPrompt(scope: Scope, day: Day): Promise<boolean> {
  const { db, member } = scope;
  const past = await db.prompt.findMany({
    // What both may read, so that the choice is the same for both, and tells nothing of somebody before.
    where: {
      coupleId: member.coupleId,
      ...(member.partner && { OR: [{ readerIds: { isEmpty: true } }, { readerIds: { has: member.partner.id } }] }),
    },
    select: {
      contentId: true,
      topic: true,
      depth: true,
      day: true,
      createdAt: true,
      revealedAt: true,
      swappedAt: true,
    },
  });
  const muted = await db.$queryRaw<{ topic: string }[]>`SELECT app.muted_topics() AS topic`;
  const question = chooseQuestion({
    questions,
    asked: past.map((row) => ({ ...row, day: row.day && dateToDay(row.day), askedAt: row.createdAt })),
    revealed: past.filter(({ revealedAt }) => revealedAt).length,
    muted: new Set(muted.map(({ topic }) => topic)),
    circumstances: member.circumstances,
    isAlone: member.partner === null,
    day,
    at: now(),
    // Keyed: who could compute the choice would see which topics the other's mutes leave out.
    seed: createHmac('sha256', env.AUTH_SECRET)
      .update(`${member.coupleId}:${past.filter(({ swappedAt }) => swappedAt).length}`)
      .digest('hex'),
  });
  if (!question) return false;
  await db.$executeRaw`
    INSERT INTO prompt (id, couple_id, source, content_id, topic, depth, day, asked_by_id, created_at)
    VALUES (${randomUUID()}::uuid, ${member.coupleId}::uuid, 'daily', ${question.id}, ${question.topic}, ${question.depth},
            ${dayToDate(day)}::date, ${member.userId}::uuid, ${now()})
    ON CONFLICT (couple_id, day) DO NOTHING`;
  return true;
}

/**
 * Prompts that are not finished, newest first, without the day's own: answered by one of us, put by one of us, or
 * begun or put off by me. What I put off until another day is left out until then.
 */
export async function listWaiting(scope: Scope): Promise<PromptLine[]> {
  const today = dayToDate(todayOf(scope));
  const rows = await scope.db.prompt.findMany({
    where: {
      coupleId: scope.member.coupleId,
      revealedAt: null,
      swappedAt: null,
      OR: [
        { answeredById: { not: null } },
        { source: { not: 'daily' } },
        { drafts: { some: {} } },
        { postponed: { some: {} } },
      ],
      // A bare "not today" would leave out what has no day.
      AND: { OR: [{ day: null }, { day: { not: today } }] },
      NOT: { postponed: { some: { until: { gt: today } } } },
    },
    include: { words: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const lines = [];
  for (const row of rows) lines.push(await viewPromptLine(scope, row));
  return lines;
}

/** How many revealed prompts a page of the list holds. */
const pageSize = 30;

/** Revealed prompts, the last revealed first, after the one that a cursor (`next` of the page before) names. */
export async function listRevealed(
  scope: Scope,
  cursor?: { revealedAt: Date; id: string },
): Promise<{ prompts: PromptLine[]; next: string | null }> {
  const rows = await scope.db.prompt.findMany({
    where: {
      coupleId: scope.member.coupleId,
      revealedAt: { not: null },
      // Several may have been revealed in one moment: when two were linked.
      ...(cursor && {
        OR: [{ revealedAt: { lt: cursor.revealedAt } }, { revealedAt: cursor.revealedAt, id: { lt: cursor.id } }],
      }),
    },
    include: { words: true },
    orderBy: [{ revealedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  });
  const prompts = [];
  for (const row of rows.slice(0, pageSize)) prompts.push(await viewPromptLine(scope, row));
  const last = prompts.at(-1);
  return { prompts, next: last && rows.length > pageSize ? `${last.revealedAt}_${last.id}` : null };
}

/** Topics that I have muted. */
export async function listMutedTopics({ db }: Scope): Promise<string[]> {
  const rows = await db.mutedTopic.findMany();
  return rows.map(({ topic }) => topic);
}

/** Which library questions the couple has put before, by content id, and where the last one stands. */
export async function listAsked(scope: Scope): Promise<Map<string, PromptLine>> {
  const rows = await scope.db.prompt.findMany({
    where: { coupleId: scope.member.coupleId, contentId: { not: null }, swappedAt: null },
    include: { words: true },
    orderBy: { createdAt: 'asc' },
  });
  const asked = new Map<string, PromptLine>();
  for (const row of rows) if (row.contentId) asked.set(row.contentId, await viewPromptLine(scope, row));
  return asked;
}
