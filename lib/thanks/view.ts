import { type Author, authorOf } from '#lib/author';
import type { Prisma } from '#lib/generated/prisma/client';
import type { ThanksKind, ThanksWay } from '#lib/thanks/kinds';
import { sealedWords, type ThanksWords } from '#lib/thanks/schema';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** What a view needs of a thank-you; by their policy only my own asides come along. */
export const thanksParts = { asides: true } as const satisfies Prisma.ThanksInclude;
export type ThanksRow = Prisma.ThanksGetPayload<{ include: typeof thanksParts }>;

export type ThanksView = {
  id: string;
  kind: ThanksKind;
  by: Author;
  /** Whom it was given to. */
  to: Author;
  /** Null once its giver has left. */
  words: { did: string; says: string | null; was: string | null } | null;
  /** Null until it is given. */
  givenAt: string | null;
  /** Of one that waits: when it is given by itself, or `talk`; null: by hand. */
  waitsFor: string | null;
  /** The receiver has said so. */
  isReceived: boolean;
  /** What they answered; its text is null once they have left. */
  answer: { text: string | null } | null;
  /** Given to me, and I have neither said anything to it nor put it away. */
  isNew: boolean;
  /** Mine alone. */
  way: ThanksWay | null;
  isShown: boolean;
};

export const wordsPlace = (id: string) => ({ table: 'thanks', column: 'sealed_body', id });
export const answerPlace = (id: string) => ({ table: 'thanks', column: 'sealed_answer', id });
export const fondnessPlace = (id: string) => ({ table: 'fondness', column: 'sealed_body', id });

/** What somebody is thanked for, as it was written. */
export async function readWords(
  scope: Pick<Scope, 'db'>,
  { id, sealedBody }: { id: string; sealedBody: Uint8Array | null },
): Promise<ThanksWords | null> {
  return sealedBody && sealedWords.parse(JSON.parse(await unseal(scope, wordsPlace(id), sealedBody)));
}

export async function viewThanks(scope: Scope, row: ThanksRow): Promise<ThanksView> {
  const { id, kind, giverId, givenAt, giveAt, forTalk, isReceived, sealedAnswer, answeredAt, readerIds, asides } = row;
  const { partner } = scope.member;
  const by = authorOf(scope, giverId);
  const words = await readWords(scope, row);
  const aside = asides.find(({ userId }) => userId === scope.member.userId);
  const isForPartner = !givenAt || (partner && readerIds.includes(partner.id));
  return {
    id,
    kind,
    by,
    to: by !== 'me' ? 'me' : isForPartner ? 'partner' : 'gone',
    words: words && { did: words.did, says: words.says ?? null, was: words.was ?? null },
    givenAt: givenAt?.toISOString() ?? null,
    waitsFor: givenAt ? null : forTalk ? 'talk' : (giveAt?.toISOString() ?? null),
    isReceived,
    answer: answeredAt && { text: sealedAnswer && (await unseal(scope, answerPlace(id), sealedAnswer)) },
    isNew: by === 'partner' && !isReceived && !aside?.isSeen,
    way: aside?.way ?? null,
    isShown: aside?.isShown ?? false,
  };
}

/** Something that I love about my partner, mine alone. */
export type FondnessView = { id: string; text: string; isAboutNow: boolean };

export async function viewFondness(
  scope: Scope,
  { id, sealedBody, aboutId }: Prisma.FondnessGetPayload<object>,
): Promise<FondnessView> {
  const text = await unseal(scope, fondnessPlace(id), sealedBody);
  return { id, text, isAboutNow: aboutId === null || aboutId === scope.member.partner?.id };
}
