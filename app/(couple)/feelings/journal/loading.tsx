import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of the journal: the title, the parts, the ways to begin, entries. */
export default function JournalLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-5 h-9 w-36 lg:mb-7" />
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
        <Skeleton className="h-9 w-20 rounded-full" />
      </div>
      <Skeleton className="mb-3 h-7 w-44" />
      <div className="mb-8 grid gap-2.5 sm:grid-cols-2">
        <Skeleton className="h-24 rounded-card" />
        <Skeleton className="h-24 rounded-card" />
        <Skeleton className="h-24 rounded-card" />
        <Skeleton className="h-24 rounded-card" />
      </div>
      <Skeleton className="mb-3 h-7 w-52" />
      <Skeleton className="h-24 rounded-card" />
    </Loading>
  );
}
