import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of what I have kept: the way back, the title, a month of lines. */
export default function CheckInsLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-3 h-5 w-28" />
      <Skeleton className="mb-5 h-9 w-64 max-w-full lg:mb-7" />
      <Skeleton className="mb-3 h-7 w-32" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-32 rounded-card" />
        <Skeleton className="h-32 rounded-card" />
        <Skeleton className="h-32 rounded-card" />
      </div>
    </Loading>
  );
}
