'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { useSealed } from './opening';

/** A deep question before it opens. What the other said is nowhere: not ready and not yet asked look the same. */
export function Readiness({ promptId, topic, ready }: { promptId: string; topic: string; ready: boolean | null }) {
  const t = useTranslations('prompts.closed');
  const { partnerName } = useLive();
  const { act, busy } = useAct();
  useSealed(promptId);
  // The button pressed goes away with what it said.
  const say = (isReady: boolean) =>
    act('PUT', `/api/prompts/${promptId}/readiness`, { ready: isReady }, { focus: 'question' });
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="sealed" icon={<LockKeyhole aria-hidden="true" />} title={t('about', { topic })}>
        {partnerName ? t('text') : t('textAlone')}
      </Notice>
      <p role="status" className={ready === null ? 'sr-only' : 'font-medium'}>
        {ready === null ? '' : ready ? t('saidReady') : t('saidNotYet')}
      </p>
      <div className="flex flex-wrap gap-2.5">
        {ready !== true && (
          <Button look={ready === null ? 'primary' : 'quiet'} busy={busy} onClick={() => say(true)}>
            {t('ready')}
          </Button>
        )}
        {ready !== false && (
          <Button look="quiet" busy={busy && ready === true} onClick={() => say(false)}>
            {t('notYet')}
          </Button>
        )}
      </div>
    </div>
  );
}
