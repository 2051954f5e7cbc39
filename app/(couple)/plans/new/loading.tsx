import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of a plan's form: the way back, the title, one card of fields. */
export default function NewPlanLoading() {
  return (
    <Loading>
      <div className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
        <Skeleton className="my-3 h-5 w-16" />
        <Skeleton className="mb-5 h-9 w-64 max-w-full lg:mb-7" />
        <div className="flex flex-col gap-5 rounded-card border border-line bg-surface p-5 sm:p-7">
          <Skeleton className="h-[4.7rem] rounded-lg" />
          <Skeleton className="h-36 rounded-lg" />
          <Skeleton className="h-24 rounded-lg" />
          <Skeleton className="h-11 w-44 self-end rounded-full max-sm:w-full" />
        </div>
      </div>
    </Loading>
  );
}
