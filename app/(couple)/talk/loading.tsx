import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of Talk: the title and its act, the parts, the next talk, ways to more. */
export default function TalkLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:mb-7">
        <Skeleton className="h-9 w-20" />
        <Skeleton className="-my-1 h-11 w-36 rounded-full" />
      </div>
      <div className="mb-5 flex gap-2">
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-16 rounded-full" />
        <Skeleton className="h-9 w-24 rounded-full" />
      </div>
      <Skeleton className="mb-7 h-56 rounded-card" />
      <div className="flex flex-col gap-3">
        <Skeleton className="h-20 rounded-card" />
        <Skeleton className="h-20 rounded-card" />
      </div>
    </Loading>
  );
}
