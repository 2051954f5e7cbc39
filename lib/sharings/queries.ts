import { AppError } from '#lib/error';
import type { How } from '#lib/sharings/kinds';
import { type SharingView, sharingParts, viewSharing } from '#lib/sharings/view';
import type { Scope } from '#lib/transaction';

/** How many that were delivered a list shows. */
const mostListed = 200;

/** Mine that wait to go, the next first; and those that have gone, either way, the newest first. */
export async function listSharings(scope: Scope): Promise<{ waiting: SharingView[]; delivered: SharingView[] }> {
  const waiting = await scope.db.sharing.findMany({
    where: { deliveredAt: null },
    include: sharingParts,
    orderBy: [{ deliverAt: 'asc' }, { id: 'asc' }],
  });
  const delivered = await scope.db.sharing.findMany({
    where: { deliveredAt: { not: null } },
    include: sharingParts,
    orderBy: [{ deliveredAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
  });
  const views: SharingView[] = [];
  for (const row of [...waiting, ...delivered]) views.push(await viewSharing(scope, row));
  return { waiting: views.slice(0, waiting.length), delivered: views.slice(waiting.length) };
}

/** What my partner shared with me and I have not opened. */
export async function listUnopened({ db, member }: Scope): Promise<{ id: string; how: How }[]> {
  if (!member.partner) return [];
  return db.sharing.findMany({
    where: { deliveredAt: { not: null }, authorId: member.partner.id, opened: { none: {} } },
    orderBy: [{ deliveredAt: 'asc' }, { id: 'asc' }],
    select: { id: true, how: true },
  });
}

/** @throws AppError `not_found` */
export async function getSharing(scope: Scope, id: string): Promise<SharingView> {
  const row = await scope.db.sharing.findUnique({ where: { id }, include: sharingParts });
  if (!row) throw new AppError('not_found');
  return viewSharing(scope, row);
}
