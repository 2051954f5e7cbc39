import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of an entry: the way back, the title, the page. */
export default function EntryLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="mt-3 mb-3 h-5 w-20" />
      <Skeleton className="mb-5 h-9 w-56 max-w-full lg:mb-7" />
      <Skeleton className="h-96 rounded-card" />
    </Loading>
  );
}
