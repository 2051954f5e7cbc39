'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { useFailureWords } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';

/** The act of accepting: only this press does it, no opening of a link. */
export function JoinButton({ token, inviterName }: { token: string; inviterName: string }) {
  const t = useTranslations('invites.page.open');
  const router = useRouter();
  const sayFailure = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const join = async () => {
    setBusy(true);
    setProblem(undefined);
    const sent = await send('POST', '/api/invites/accept', { token });
    if (sent.ok) {
      router.push('/pair');
      return;
    }
    setBusy(false);
    setProblem(sayFailure(sent.failure));
    // Taken or taken back in the meantime: the page says it in full.
    if (sent.failure.kind === 'refused') router.refresh();
  };

  return (
    <>
      {problem && (
        <Notice tone="danger" role="alert" className="w-full">
          {problem}
        </Notice>
      )}
      <Button size="large" busy={busy} onClick={() => void join()}>
        {t('join', { name: inviterName })}
      </Button>
    </>
  );
}
