import { Shown } from '#components/live/shown';
import { RefreshIn } from '#components/talks/refresh-in';
import type { Bids as BidsOfTwo } from '#lib/bids/queries';
import { msToFade } from '#lib/bids/rules';
import { now } from '#lib/clock';
import { BidRow } from './bid-row';
import { MyBid } from './my-bid';

/** What each of the two asks the other for now. Wherever it stands, a bid needs no notice. */
export function Bids({
  bids,
  partnerName,
  isFirst,
}: {
  bids: BidsOfTwo;
  partnerName: string;
  /** Its yes is the page's main act. */
  isFirst?: boolean;
}) {
  const { mine, theirs } = bids;
  return (
    <>
      <Shown id="bid" />
      <RefreshIn ms={msToFade(bids, now())} />
      {theirs && <BidRow key={theirs.id} bid={theirs} partnerName={partnerName} isFirst={isFirst} />}
      {mine && <MyBid bid={mine} partnerName={partnerName} />}
    </>
  );
}
