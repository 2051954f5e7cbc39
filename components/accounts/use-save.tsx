'use client';

import { useTranslations } from 'next-intl';
import { useSend } from '#components/live/use-act';

/** Stores a setting as soon as it is changed, and says so. Gives false where it did not work. */
export function useSave(path: string) {
  const t = useTranslations('settings');
  const sendChange = useSend();
  return async (changes: Record<string, unknown>): Promise<boolean> => {
    const { ok } = await sendChange('PATCH', path, changes, { say: t('saved') });
    return ok;
  };
}
