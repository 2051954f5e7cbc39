'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { useFailureWords } from '#components/ui/form';
import { type Sent, send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { useLive } from './live-provider';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What follows when it is done: words to show, and a page to go to; without one this page is loaded anew. Where the button
 * goes with what it did, the focus moves to the element of that id, and words for those who listen follow.
 */
type Then = { say?: string; goTo?: string; focus?: string; announce?: string };

/** Sends what somebody does. Says so when it did not work, and resolves when the page shows how things stand. */
export function useSend() {
  const { refresh } = useLive();
  const { show, announce } = useToast();
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
      if (then.focus) document.getElementById(then.focus)?.focus({ preventScroll: true });
      if (then.announce) announce(then.announce);
      return sent;
    },
    [refresh, show, announce, router, sayFailure],
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
