import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of one plan: the way back, where it stands, its title, two cards. */
export default function PlanLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="my-3 h-5 w-16" />
      <Skeleton className="mt-2 mb-3 h-7 w-36 rounded-full" />
      <Skeleton className="mb-6 h-9 w-3/4" />
      <Skeleton className="mb-4 h-56 rounded-card" />
      <Skeleton className="h-36 rounded-card" />
    </Loading>
  );
}
