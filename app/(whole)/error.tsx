'use client';

import { Broken } from '#components/shell/broken';

export default function WholeError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Broken error={error} retry={retry} home="/today" />;
}
