import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of a thank-you on the whole screen: the circles, the words, an act. */
export default function OpenedThanksLoading() {
  return (
    <Loading className="mx-auto flex min-h-dvh w-full max-w-xl flex-col items-center px-6 pt-5 pb-6 sm:px-8">
      <Skeleton className="h-11 w-24 self-start" />
      <div className="my-auto flex w-full flex-col items-center gap-7">
        <Skeleton className="h-24 w-40 rounded-full sm:h-28" />
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-20 w-full" />
      </div>
      <Skeleton className="h-13 w-full max-w-md rounded-full" />
    </Loading>
  );
}
