/** How long until the first of these fades, in ms from now; 0 where there is none. */
export function msToFade(bids: { mine: { fadesAt: string } | null; theirs: { fadesAt: string } | null }, now: Date) {
  const times = [bids.mine, bids.theirs].flatMap((bid) => (bid ? [Date.parse(bid.fadesAt) - now.getTime()] : []));
  return times.length > 0 ? Math.max(0, Math.min(...times)) : 0;
}
