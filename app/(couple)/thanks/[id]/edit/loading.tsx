import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of a thank-you being written on. */
export default function EditThanksLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mb-1 h-11 w-24" />
      <Skeleton className="mb-5 h-9 w-64 max-w-full lg:mb-7" />
      <Skeleton className="h-96 rounded-card" />
    </Loading>
  );
}
