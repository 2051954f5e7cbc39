import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of Today: the date, the greeting, one large card, one row. */
export default function TodayLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-1.5 h-5 w-36" />
      <Skeleton className="mb-5 h-9 w-64 max-w-full lg:mb-7" />
      <div className="mb-3 flex flex-col gap-4 rounded-card border border-line bg-surface p-5 sm:p-7">
        <div className="flex justify-between">
          <Skeleton className="h-7 w-32 rounded-full" />
          <Skeleton className="h-5 w-24" />
        </div>
        <Skeleton className="h-7 w-full" />
        <Skeleton className="h-7 w-2/3" />
        <Skeleton className="h-28 rounded-lg" />
        <Skeleton className="h-11 w-40 self-end rounded-full" />
      </div>
      <Skeleton className="h-20 rounded-card" />
    </Loading>
  );
}
