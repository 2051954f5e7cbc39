import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of Thanks: the title, the parts, the form, the jar, a list. */
export default function ThanksLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-32 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-18 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
      </div>
      <Skeleton className="mb-8 h-72 rounded-card" />
      <Skeleton className="mb-8 h-22 rounded-card" />
      <Skeleton className="mb-4 h-7 w-48" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-32 rounded-card" />
        <Skeleton className="h-32 rounded-card" />
      </div>
    </Loading>
  );
}
