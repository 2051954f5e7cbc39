import { Loading, Skeleton } from '#components/ui/skeleton';

/** The shape of one question: the way back, what it is, its words, one card. */
export default function QuestionLoading() {
  return (
    <Loading className="mx-auto flex w-full max-w-2xl flex-col px-5 pt-2 sm:px-8 lg:pt-9">
      <Skeleton className="my-3 h-5 w-16" />
      <Skeleton className="mt-2 mb-3 h-7 w-44 rounded-full" />
      <Skeleton className="mb-2 h-9 w-full" />
      <Skeleton className="mb-6 h-9 w-2/3" />
      <Skeleton className="h-72 rounded-card" />
    </Loading>
  );
}
