'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { useFailureWords } from '#components/ui/form';
import { type Sent, send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { useLive } from './live-provider';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What follows when it is done: words to show, and a page to go to; without one this page is loaded anew. */
type Then = { say?: string; goTo?: string };

/** Sends what somebody does. Says so when it did not work, and resolves when the page shows how things stand. */
export function useSend() {
  const { refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const sayFailure = useFailureWords();
  return useCallback(
    async <Data = unknown>(method: Method, path: string, body?: unknown, then: Then = {}): Promise<Sent<Data>> => {
      const sent = await send<Data>(method, path, body);
      if (!sent.ok) {
        show(sayFailure(sent.failure), { tone: 'danger' });
        // Something has changed that the page does not show yet.
        if (sent.failure.kind === 'refused') await refresh();
        return sent;
      }
      if (then.say) show(then.say, { tone: 'calm' });
      if (then.goTo) router.push(then.goTo);
      else await refresh();
      return sent;
    },
    [refresh, show, router, sayFailure],
  );
}

/** `useSend` for a button: one at a time. A press while another is under way does nothing. */
export function useAct() {
  const sendAct = useSend();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  const act = async <Data = unknown>(
    ...args: [method: Method, path: string, body?: unknown, then?: Then]
  ): Promise<Sent<Data> | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    const sent = await sendAct<Data>(...args);
    running.current = false;
    setBusy(false);
    return sent;
  };
  return { act, busy };
}
