'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { useFailureWords } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';

/** Notes that the first-run text was read, and goes on to `next`. */
export function GotIt({ next, label }: { next: string; label: string }) {
  const router = useRouter();
  const sayFailure = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const goOn = async () => {
    setBusy(true);
    setProblem(undefined);
    const sent = await send('PUT', '/api/account/welcome');
    if (sent.ok) {
      router.push(next);
      return;
    }
    setBusy(false);
    setProblem(sayFailure(sent.failure));
  };

  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <Button size="large" wide busy={busy} onClick={() => void goOn()}>
        {label}
      </Button>
    </div>
  );
}
