import { furthestDay } from '#lib/bids/kinds';
import type { BidWhen } from '#lib/bids/schema';
import { type BidView, viewBid } from '#lib/bids/view';
import { addDays, dayIn, instantOf, now } from '#lib/clock';
import { AppError } from '#lib/error';
import type { Prisma } from '#lib/generated/prisma/client';
import type { Scope } from '#lib/transaction';

/** What I ask for, and what I am asked for: one each at most. What has faded the database shows to nobody. */
export type Bids = { mine: BidView | null; theirs: BidView | null };

export async function getBids(scope: Scope): Promise<Bids> {
  const rows = await scope.db.bid.findMany({ where: { coupleId: scope.member.coupleId } });
  const bids: Bids = { mine: null, theirs: null };
  for (const row of rows) {
    const bid = await viewBid(scope, row);
    bids[bid.by === 'me' ? 'mine' : 'theirs'] = bid;
  }
  return bids;
}

/** @throws AppError `not_found` */
export async function getBid(scope: Scope, id: string): Promise<BidView> {
  const row = await scope.db.bid.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found');
  return viewBid(scope, row);
}

/** Locks a bid. @throws AppError `not_found`, also where it was taken back or has faded */
export async function lockBid({ db }: Scope, id: string): Promise<Prisma.BidGetPayload<object>> {
  await db.$queryRaw`SELECT 1 FROM bid WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.bid.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found');
  return row;
}

/** The instant that an answer names, by the answerer's clock. @throws AppError `invalid`: it is over, or too far off */
export function instantOfAnswer({ member }: Scope, answer: keyof typeof furthestDay, { day, time }: BidWhen): Date {
  const at = instantOf(member.timeZone, day, time);
  if (at <= now() || day > addDays(dayIn(member.timeZone), furthestDay[answer]))
    throw new AppError('invalid', { fields: { when: 'invalid' } });
  return at;
}
