import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of what was lived: the title, the parts, a month, plans. */
export default function LivedLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-24 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
      </div>
      <Skeleton className="mb-3 h-7 w-32" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-32 rounded-card" />
        <Skeleton className="h-32 rounded-card" />
        <Skeleton className="h-32 rounded-card" />
      </div>
    </Loading>
  );
}
