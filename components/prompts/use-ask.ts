'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useSend } from '#components/live/use-act';
import { useToast } from '#components/ui/toast';
import { newId } from '#lib/id';

/**
 * Puts a question of the library to the two of us, and goes there, or stays and says so. Pressed again after a lost network,
 * it is the same one.
 */
export function useAsk({ stays = false } = {}) {
  const t = useTranslations();
  const { show } = useToast();
  const sendAsk = useSend();
  const ids = useRef(new Map<string, string>());
  const [asking, setAsking] = useState<string | null>(null);

  /** @returns the prompt's id once it was put */
  const ask = async (contentId: string): Promise<string | undefined> => {
    if (asking) return undefined;
    setAsking(contentId);
    const id = ids.current.get(contentId) ?? newId();
    ids.current.set(contentId, id);
    const page = `/questions/${id}`;
    const { ok } = await sendAsk('PUT', `/api/prompts/${id}`, { contentId }, stays ? {} : { goTo: page });
    setAsking(null);
    if (ok && stays) show(t('prompts.library.asked'), { action: { label: t('events.open'), href: page } });
    return ok ? id : undefined;
  };
  return { ask, asking };
}
