'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useToast } from '#components/ui/toast';
import type { Topic } from '#lib/prompts/kinds';
import { send } from '../ui/send';

/** Topics that I have muted, and how to mute one. A press that is not stored springs back and says so. */
export function useMute(initial: readonly string[]) {
  const t = useTranslations('prompts.mute');
  const { show } = useToast();
  const { refresh } = useLive();
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
    const sent = await send(isMuted ? 'PUT' : 'DELETE', `/api/topics/${topic}/mute`);
    if (sent.ok) {
      await refresh();
      return;
    }
    change(topic, !isMuted);
    show(t('failed'), { tone: 'danger' });
  };
  return { muted, mute };
}
