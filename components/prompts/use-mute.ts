'use client';

import { useState } from 'react';
import { useSend } from '#components/live/use-act';
import type { Topic } from '#lib/prompts/kinds';

/** Topics that I have muted, and how to mute one. A press that is not stored springs back. */
export function useMute(initial: readonly string[]) {
  const sendMute = useSend();
  const [muted, setMuted] = useState<ReadonlySet<string>>(new Set(initial));
  const change = (topic: Topic, isMuted: boolean) =>
    setMuted((before) => {
      const after = new Set(before);
      if (isMuted) after.add(topic);
      else after.delete(topic);
      return after;
    });
  const mute = async (topic: Topic, isMuted: boolean) => {
    change(topic, isMuted);
    const { ok } = await sendMute(isMuted ? 'PUT' : 'DELETE', `/api/topics/${topic}/mute`);
    if (!ok) change(topic, !isMuted);
  };
  return { muted, mute };
}
