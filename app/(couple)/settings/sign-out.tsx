'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { leaveTo, signOut } from '#components/accounts/sign-in';
import { Button } from '#components/ui/button';
import { useFailureWords } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { forgetAllUnsent, sendUnsent } from '#lib/unsent';

export function SignOut() {
  const t = useTranslations('settings.signIn');
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const [busy, setBusy] = useState(false);

  const leave = async () => {
    setBusy(true);
    await sendUnsent();
    const sent = await signOut();
    if (sent.ok) {
      forgetAllUnsent();
      await leaveTo('/');
    } else show(sayFailure(sent.failure), { tone: 'danger' });
    setBusy(false);
  };

  return (
    <Button
      look="quiet"
      busy={busy}
      onClick={() => void leave()}
      icon={<LogOut aria-hidden="true" className="size-4" />}
      className="self-start"
    >
      {t('signOut')}
    </Button>
  );
}
