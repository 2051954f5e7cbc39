import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of the check-in: the title, the parts, the wheel. */
export default function FeelingsLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-72 max-w-full lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-20 rounded-full" />
      </div>
      <Skeleton className="h-112 rounded-card" />
    </Loading>
  );
}
