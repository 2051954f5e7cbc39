import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of the library: its title, its parts, what is looked for, and cards of two lines. */
export default function QuestionsLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:mb-7">
        <Skeleton className="h-9 w-[9.2rem]" />
        <Skeleton className="h-11 w-[10.5rem] rounded-full" />
      </div>
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-20 rounded-full" />
        <Skeleton className="h-9 w-20 rounded-full" />
        <Skeleton className="h-9 w-20 rounded-full" />
      </div>
      <Skeleton className="mb-5 h-[4.65rem] min-[380px]:h-[3.1rem]" />
      <div className="mb-3 grid gap-3 sm:grid-cols-2">
        <Skeleton className="h-[4.7rem] rounded-lg" />
        <Skeleton className="h-[4.7rem] rounded-lg" />
      </div>
      <Skeleton className="mb-4 h-13 rounded-full" />
      <Skeleton className="mb-4 h-5 w-28" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-32 rounded-card sm:h-28" />
        <Skeleton className="h-32 rounded-card sm:h-28" />
        <Skeleton className="h-32 rounded-card sm:h-28" />
        <Skeleton className="h-32 rounded-card sm:h-28" />
      </div>
    </Loading>
  );
}
