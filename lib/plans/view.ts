import { type Author, authorOf } from '#lib/author';
import { addDays, type Day, dateToDay, dayIn, now, type Time, timeIn } from '#lib/clock';
import type { Prisma } from '#lib/generated/prisma/client';
import { type RatingView, viewRating } from '#lib/ideas/view';
import type { PlanKind, VersionKind } from '#lib/plans/kinds';
import { askedOf, countDays, type PlanState, stateOn } from '#lib/plans/rules';
import { sealedContent, sealedHints } from '#lib/plans/schema';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** Everything of a plan that its view needs; policies decide what comes along. */
export const planParts = {
  versions: { orderBy: { n: 'asc' } },
  teaser: true,
  felt: true,
  ratings: true,
  // Read through its own policy: revealed with somebody before, it is not there.
  prompt: { select: { id: true } },
} as const satisfies Prisma.PlanInclude;

export type PlanRow = Prisma.PlanGetPayload<{ include: typeof planParts }>;
type VersionRow = PlanRow['versions'][number];
export type TeaserRow = Prisma.TeaserGetPayload<object>;

/** A day and a time by the reader's own clock; `startsAt` is the instant, where a time was said; the length in minutes. */
export type WhenView = { day: Day; time: Time | null; startsAt: string | null; minutes: number | null };

export type ContentView = { title: string; text: string | null; ideaId: string | null };

/** `content` is null once its author has left. */
export type VersionView = {
  id: string;
  n: number;
  kind: VersionKind;
  by: Author;
  at: string;
  content: ContentView | null;
  when: WhenView | null;
};

/** What the partner must know of a surprise. */
export type TeaserView = { when: WhenView; wear: string | null; children: string | null; note: string | null };

/** What stands in a list. `title` is null of what I see only the teaser, and once its author has left. */
export type PlanLine = {
  id: string;
  kind: PlanKind;
  by: Author;
  state: PlanState;
  askedOf: Author | null;
  title: string | null;
  when: WhenView | null;
  /** The day of `when`. */
  day: Day | null;
  /** Its day, or its time and length, are over. */
  isPast: boolean;
  laterUntil: Day | null;
  livedOn: Day | null;
  /** Whether my partner knows something of my sealed one. */
  isTeased: boolean;
  /** Versions so far. */
  versions: number;
};

/** `text` is null once it was withdrawn. */
export type FeltView = { id: string; text: string | null; at: string };

type Felt = { mine: FeltView | null; theirs: FeltView | null };

/** A lived one in the list: with how it felt. */
export type LivedLine = PlanLine & { felt: Felt };

export type PlanView = PlanLine & {
  /** The version that counts: the one agreed to, or the last. */
  content: ContentView | null;
  /** The oldest first. */
  trail: VersionView[];
  agreedN: number | null;
  teaser: TeaserView | null;
  /** When a sealed one opens by itself. Its author's alone. */
  opensAt: string | null;
  revealedAt: string | null;
  felt: Felt;
  rating: RatingView | null;
  /** Both rated it high. */
  isDrawn: boolean;
  /** The reveal that it came from. */
  promptId: string | null;
};

type WhenRow = { day: Date | null; startsAt: Date | null; minutes: number | null };

function viewWhen({ member }: Scope, { day, startsAt, minutes }: WhenRow): WhenView | null {
  if (startsAt) {
    const { timeZone: zone } = member;
    return { day: dayIn(zone, startsAt), time: timeIn(zone, startsAt), startsAt: startsAt.toISOString(), minutes };
  }
  return day && { day: dateToDay(day), time: null, startsAt: null, minutes };
}

function isOver({ member }: Scope, when: WhenView | null): boolean {
  if (!when) return false;
  const { startsAt, minutes, day } = when;
  // Where nobody said how long, it is the day that ends.
  if (startsAt && minutes) return Date.parse(startsAt) + minutes * 60_000 < now().getTime();
  return addDays(day, countDays(minutes)) <= dayIn(member.timeZone);
}

/** What a version says. Null once its author has left. */
export async function viewContent(scope: Pick<Scope, 'db'>, row: VersionRow): Promise<ContentView | null> {
  if (!row.sealedBody) return null;
  const place = { table: 'plan_version', column: 'sealed_body', id: row.id };
  const { title, text, ideaId } = sealedContent.parse(JSON.parse(await unseal(scope, place, row.sealedBody)));
  return { title, text: text ?? null, ideaId: ideaId ?? null };
}

async function viewTeaser(scope: Scope, row: TeaserRow): Promise<TeaserView> {
  const place = { table: 'teaser', column: 'sealed_body', id: row.planId };
  const { wear, children, note } = sealedHints.parse(JSON.parse(await unseal(scope, place, row.sealedBody)));
  const when = viewWhen(scope, row);
  if (!when) throw new Error(`The teaser ${row.planId} has no day`);
  return { when, wear: wear ?? null, children: children ?? null, note: note ?? null };
}

/** The version that counts: the one agreed to, or the last. */
export function currentOf<V extends { n: number }>({
  versions,
  agreedN,
}: {
  versions: readonly V[];
  agreedN: number | null;
}): V | undefined {
  return versions.find(({ n }) => n === agreedN) ?? versions.at(-1);
}

export type PlanLineRow = Prisma.PlanGetPayload<{ include: { versions: true; teaser: true } }>;

export async function viewPlanLine(scope: Scope, row: PlanLineRow): Promise<PlanLine> {
  const current = currentOf(row);
  const content = current ? await viewContent(scope, current) : null;
  const when = current ? viewWhen(scope, current) : null;
  const laterUntil = row.laterUntil && dateToDay(row.laterUntil);
  const state = stateOn(row.state, laterUntil, dayIn(scope.member.coupleTimeZone));
  return {
    id: row.id,
    kind: row.kind,
    by: authorOf(scope, row.authorId),
    state,
    askedOf: current ? askedOf(state, authorOf(scope, current.authorId)) : null,
    title: content?.title ?? null,
    when,
    day: when?.day ?? null,
    isPast: isOver(scope, when),
    laterUntil: state === 'later' ? laterUntil : null,
    livedOn: row.livedOn && dateToDay(row.livedOn),
    isTeased: row.state === 'sealed' && row.teaser !== null,
    versions: row.versions.length,
  };
}

/** What a partner sees of a sealed surprise: nothing of it comes from the plan itself. */
export async function viewTeased(scope: Scope, row: TeaserRow): Promise<PlanView> {
  const teaser = await viewTeaser(scope, row);
  return {
    id: row.planId,
    kind: 'surprise',
    by: authorOf(scope, row.authorId),
    state: 'teased',
    askedOf: null,
    title: null,
    when: teaser.when,
    day: teaser.when.day,
    isPast: isOver(scope, teaser.when),
    laterUntil: null,
    livedOn: null,
    isTeased: true,
    versions: 0,
    content: null,
    trail: [],
    agreedN: null,
    teaser,
    opensAt: null,
    revealedAt: null,
    felt: { mine: null, theirs: null },
    rating: null,
    isDrawn: false,
    promptId: null,
  };
}

/** Turns a plan's rows into what its reader may see. `drawn` holds the plans that both rated high. */
export async function viewPlan(scope: Scope, row: PlanRow, drawn: ReadonlySet<string>): Promise<PlanView> {
  const trail: VersionView[] = [];
  for (const version of row.versions) {
    trail.push({
      id: version.id,
      n: version.n,
      kind: version.kind,
      by: authorOf(scope, version.authorId),
      at: version.createdAt.toISOString(),
      content: await viewContent(scope, version),
      when: viewWhen(scope, version),
    });
  }
  const line = await viewPlanLine(scope, row);
  const [rating] = row.ratings;
  const isSealed = row.state === 'sealed';
  return {
    ...line,
    content: currentOf({ versions: trail, agreedN: row.agreedN })?.content ?? null,
    trail,
    agreedN: row.agreedN,
    teaser: row.teaser ? await viewTeaser(scope, row.teaser) : null,
    opensAt: (isSealed && row.revealAt?.toISOString()) || null,
    revealedAt: row.revealedAt?.toISOString() ?? null,
    felt: await viewBothFelt(scope, row),
    rating: rating ? viewRating(rating) : null,
    isDrawn: drawn.has(row.id),
    promptId: row.prompt?.id ?? null,
  };
}

type FeltRow = Pick<PlanRow, 'felt'>;

export async function viewLivedLine(scope: Scope, row: PlanLineRow & FeltRow): Promise<LivedLine> {
  return { ...(await viewPlanLine(scope, row)), felt: await viewBothFelt(scope, row) };
}

async function viewBothFelt(scope: Scope, row: FeltRow): Promise<Felt> {
  return { mine: await viewFelt(scope, row, true), theirs: await viewFelt(scope, row, false) };
}

async function viewFelt(scope: Scope, { felt }: FeltRow, isMine: boolean): Promise<FeltView | null> {
  const row = felt.find(({ authorId }) => (authorId === scope.member.userId) === isMine);
  if (!row) return null;
  const place = { table: 'felt', column: 'sealed_body', id: row.id };
  const text = row.sealedBody ? await unseal(scope, place, row.sealedBody) : null;
  return { id: row.id, text, at: row.createdAt.toISOString() };
}
