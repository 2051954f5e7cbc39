'use client';

import { Broken } from '#components/shell/broken';

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="content" className="flex min-h-dvh items-center justify-center px-4">
      <Broken error={error} retry={retry} home="/" />
    </main>
  );
}
