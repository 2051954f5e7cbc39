import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of one's notes: the title and its act, the parts, who sees them, notes. */
export default function NotesLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:mb-7">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="-my-1 h-11 w-36 rounded-full" />
      </div>
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-5 w-80 max-w-full" />
      <Skeleton className="mb-3 h-7 w-36" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-28 rounded-card" />
        <Skeleton className="h-28 rounded-card" />
      </div>
    </Loading>
  );
}
