import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of past talks: the title, the parts, the kinds, a month, talks. */
export default function PastLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-36 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-20 w-full rounded-lg sm:h-9" />
      <Skeleton className="mb-3 h-7 w-32" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-28 rounded-card" />
        <Skeleton className="h-28 rounded-card" />
        <Skeleton className="h-28 rounded-card" />
      </div>
    </Loading>
  );
}
