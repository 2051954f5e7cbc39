import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of the cards: title, the parts of Plans, the parts of this page, and rows. */
export default function CardsLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-32 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-11 w-full max-w-sm" />
      <Skeleton className="mb-5 h-12" />
      <Skeleton className="mb-7 h-44 rounded-card sm:h-28" />
      <Skeleton className="mb-3 h-14 w-48" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-[4.6rem] rounded-card" />
        <Skeleton className="h-[4.6rem] rounded-card" />
        <Skeleton className="h-[4.6rem] rounded-card" />
        <Skeleton className="h-[4.6rem] rounded-card" />
      </div>
    </Loading>
  );
}
