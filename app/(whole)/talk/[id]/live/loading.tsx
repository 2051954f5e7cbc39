import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of a talk under way: where it is, the two circles, the time, a card. */
export default function LiveTalkLoading() {
  return (
    <Loading className="mx-auto flex min-h-dvh w-full max-w-xl flex-col px-5 pt-3 sm:px-8">
      <Skeleton className="my-3 h-5 w-28" />
      <Skeleton className="mt-2 h-1 rounded-full" />
      <div className="mx-auto mt-9 flex w-full max-w-[23rem] justify-center">
        <Skeleton className="aspect-square w-[43%] rounded-full" />
        <Skeleton className="aspect-square w-[43%] rounded-full" />
      </div>
      <Skeleton className="mx-auto mt-6 h-12 w-36" />
      <Skeleton className="mx-auto mt-6 h-40 w-full max-w-md rounded-card" />
    </Loading>
  );
}
