import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of what I love: the title, the parts, the form, a list. */
export default function LoveLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-72 max-w-full lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-18 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-52 rounded-card" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-16 rounded-card" />
        <Skeleton className="h-16 rounded-card" />
        <Skeleton className="h-16 rounded-card" />
      </div>
    </Loading>
  );
}
