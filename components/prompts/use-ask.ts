'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useFailureWords } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { newId } from '#lib/id';
import { send } from '../ui/send';

/** Puts a question of the library to the two of us and goes there. Pressed again after a lost network, it is the same one. */
export function useAsk() {
  const router = useRouter();
  const { refresh } = useLive();
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const ids = useRef(new Map<string, string>());
  const [asking, setAsking] = useState<string | null>(null);

  /** @returns the prompt's id once it was put */
  const ask = async (contentId: string): Promise<string | undefined> => {
    if (asking) return undefined;
    setAsking(contentId);
    const id = ids.current.get(contentId) ?? newId();
    ids.current.set(contentId, id);
    const sent = await send('PUT', `/api/prompts/${id}`, { contentId });
    if (sent.ok) router.push(`/questions/${id}`);
    else {
      show(sayFailure(sent.failure), { tone: 'danger' });
      if (sent.failure.kind === 'refused') await refresh();
    }
    setAsking(null);
    return sent.ok ? id : undefined;
  };
  return { ask, asking };
}
