import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of my weeks: the title, the parts, the sentence, the pictures. */
export default function WeeksLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-48 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-20 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-7 w-full" />
      <div className="flex flex-col gap-4">
        <Skeleton className="h-96 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
      </div>
    </Loading>
  );
}
