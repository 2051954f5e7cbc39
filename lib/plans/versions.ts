import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { findIdea } from '#lib/ideas/library';
import type { VersionKind } from '#lib/plans/kinds';
import { storeWhen } from '#lib/plans/queries';
import type { When } from '#lib/plans/schema';
import type { Scope } from '#lib/transaction';
import { seal, unseal } from '#lib/vault';

/** What is to be done, as it was sent. */
type Content = { title: string; text?: string | undefined; ideaId?: string | undefined; when?: When | undefined };

/** Under whose key: a draft is its author's alone, what is proposed or sealed can be opened for both. */
type Owner = 'user' | 'couple';

const placeOf = (versionId: string) => ({ table: 'plan_version', column: 'sealed_body', id: versionId });

/** Adds a version to a plan whose row is locked, or which this transaction has made. */
export async function addVersion(
  scope: Scope,
  owner: Owner,
  version: { id: string; planId: string; n: number; kind: VersionKind },
  content: Content,
): Promise<void> {
  const { coupleId, userId: authorId } = scope.member;
  const written = await sealContent(scope, owner, version.id, content);
  await scope.db.planVersion.createMany({ data: { ...version, ...written, coupleId, authorId, createdAt: now() } });
}

/** The columns of a version that hold what was written. @throws AppError `invalid` for an idea that is none of ours */
export async function sealContent(
  scope: Scope,
  owner: Owner,
  versionId: string,
  { title, text, ideaId, when }: Content,
) {
  if (ideaId !== undefined && !findIdea(ideaId)) throw new AppError('invalid', { fields: { ideaId: 'unknown' } });
  const sealedBody = await seal(scope, owner, placeOf(versionId), JSON.stringify({ title, text, ideaId }));
  return { sealedBody, ...storeWhen(scope, when) };
}

/** Puts the one version of a draft or sealed plan of mine under another key, before the plan takes that step. */
export async function resealVersion(
  scope: Scope,
  owner: Owner,
  [version]: readonly { id: string; sealedBody: Uint8Array | null }[],
): Promise<void> {
  if (!version?.sealedBody) throw new Error('A plan of my own has no words');
  const { id } = version;
  const words = await unseal(scope, placeOf(id), version.sealedBody);
  const sealedBody = await seal(scope, owner, placeOf(id), words);
  await scope.db.planVersion.updateMany({ where: { id }, data: { sealedBody } });
}
