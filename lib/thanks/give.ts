import { now } from '#lib/clock';
import type { ThanksWords } from '#lib/thanks/schema';
import { readWords, wordsPlace } from '#lib/thanks/view';
import type { Scope } from '#lib/transaction';
import { seal } from '#lib/vault';

/** What was written, under whose key it belongs: mine while it waits for my hand, the couple's once it has a time. */
export function sealWords(scope: Scope, owner: 'user' | 'couple', id: string, { did, says, was }: ThanksWords) {
  return seal(scope, owner, wordsPlace(id), JSON.stringify({ did, says, was }));
}

/** Gives one of mine that waits and whose row is locked: its words come under the couple's key, and it is theirs to read. */
export async function giveThanks(scope: Scope, row: { id: string; sealedBody: Uint8Array | null }): Promise<void> {
  const { id } = row;
  const words = await readWords(scope, row);
  if (!words) throw new Error('A thank-you of my own has no words');
  const sealedBody = await sealWords(scope, 'couple', id, words);
  await scope.db.thanks.updateMany({ where: { id, givenAt: null }, data: { sealedBody, givenAt: now() } });
}
