import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of what was shared: the way back, the title, lines. */
export default function SharedLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mt-3 mb-3 h-5 w-20" />
      <Skeleton className="mb-5 h-9 w-40 lg:mb-7" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-20 rounded-card" />
        <Skeleton className="h-20 rounded-card" />
      </div>
    </Loading>
  );
}
