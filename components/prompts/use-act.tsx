'use client';

import { useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useFailureWords } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { type Sent, send } from '../ui/send';

type Method = 'POST' | 'PUT' | 'DELETE';

/** An act of one press: sends it, loads the page anew, and says so when it did not work. */
export function useAct() {
  const { refresh } = useLive();
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  const act = async <Data = unknown>(method: Method, path: string, body?: unknown): Promise<Sent<Data> | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    const sent = await send<Data>(method, path, body);
    if (!sent.ok) show(sayFailure(sent.failure), { tone: 'danger' });
    // Refused: something has changed that the page does not show yet.
    if (sent.ok || sent.failure.kind === 'refused') await refresh();
    running.current = false;
    setBusy(false);
    return sent;
  };
  return { act, busy };
}
