import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of bids: the way back, the title, what they are, two cards. */
export default function BidsLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="my-3 h-5 w-16" />
      <Skeleton className="mb-5 h-9 w-52 lg:mb-7" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-28 rounded-card" />
        <Skeleton className="h-28 rounded-card" />
        <Skeleton className="h-28 rounded-card" />
      </div>
    </Loading>
  );
}
