import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { findIdea } from '#lib/ideas/library';
import type { VersionKind } from '#lib/plans/kinds';
import { storeWhen } from '#lib/plans/queries';
import type { When } from '#lib/plans/schema';
import type { Scope } from '#lib/transaction';
import { seal } from '#lib/vault';

/** What is to be done, as it was sent. */
type Content = { title: string; text?: string | undefined; ideaId?: string | undefined; when?: When | undefined };

/** Adds a version to a plan whose row is locked, or which this transaction has made. */
export async function addVersion(
  scope: Scope,
  version: { id: string; planId: string; n: number; kind: VersionKind },
  content: Content,
): Promise<void> {
  const { coupleId, userId: authorId } = scope.member;
  const written = await sealContent(scope, version.id, content);
  await scope.db.planVersion.createMany({ data: { ...version, ...written, coupleId, authorId, createdAt: now() } });
}

/** The columns of a version that hold what was written. @throws AppError `invalid` for an idea that is none of ours */
export async function sealContent(scope: Scope, versionId: string, { title, text, ideaId, when }: Content) {
  if (ideaId !== undefined && !findIdea(ideaId)) throw new AppError('invalid', { fields: { ideaId: 'unknown' } });
  const place = { table: 'plan_version', column: 'sealed_body', id: versionId };
  const sealedBody = await seal(scope, 'couple', place, JSON.stringify({ title, text, ideaId }));
  return { sealedBody, ...storeWhen(scope, when) };
}
