'use client';

import { Broken } from '#components/shell/broken';

export default function CoupleError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Broken error={error} retry={retry} home="/today" />;
}
