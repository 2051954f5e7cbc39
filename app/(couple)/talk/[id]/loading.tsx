import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of one talk: the way back, when it was, its title, what was written down. */
export default function TalkLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="my-3 h-5 w-20" />
      <Skeleton className="mt-2 mb-3 h-7 w-56 rounded-full" />
      <Skeleton className="mb-6 h-9 w-3/4" />
      <Skeleton className="mb-4 h-80 rounded-card" />
      <Skeleton className="h-36 rounded-card" />
    </Loading>
  );
}
