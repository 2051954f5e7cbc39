import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureWords } from '../ui/form';
import { send } from '../ui/send';
import { useToast } from '../ui/toast';

/** Keeps a setting as soon as it is changed, and says whether it worked. Gives false where it did not. */
export function useSave(path: string, method: 'PATCH' | 'POST' | 'DELETE' = 'PATCH') {
  const t = useTranslations('settings');
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const [busy, setBusy] = useState(false);

  const save = async (body?: Record<string, unknown>, saved: string = t('saved')): Promise<boolean> => {
    setBusy(true);
    const sent = await send(method, path, body);
    setBusy(false);
    if (sent.ok) show(saved, { tone: 'calm' });
    else show(sayFailure(sent.failure), { tone: 'danger' });
    return sent.ok;
  };
  return { busy, save };
}
