import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of a narrow page with one form. */
export default function PublicLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-md flex-col gap-4 px-5 py-8 sm:py-14">
      <Skeleton className="h-9 w-3/4" />
      <Skeleton className="h-6 w-full" />
      <Skeleton className="mt-4 h-72 rounded-card" />
    </Loading>
  );
}
