import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of the ideas: title, the parts of Plans, what is looked for, and tall cards. */
export default function IdeasLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-28 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-[4.65rem] sm:h-[3.1rem]" />
      <Skeleton className="mb-3 h-13 rounded-full" />
      <Skeleton className="mb-4 h-12 rounded-lg" />
      <Skeleton className="mb-4 h-5 w-24" />
      <div className="flex flex-col gap-3">
        <Skeleton className="h-96 rounded-card" />
        <Skeleton className="h-96 rounded-card" />
      </div>
    </Loading>
  );
}
