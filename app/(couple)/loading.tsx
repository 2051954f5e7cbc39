import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of a page with one large card: what most pages here are. */
export default function CoupleLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col gap-3 px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mb-4 h-9 w-64 max-w-full lg:mb-6" />
      <Skeleton className="h-96 rounded-card" />
      <Skeleton className="h-20 rounded-card" />
    </Loading>
  );
}
