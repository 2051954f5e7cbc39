'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { AnswerForm } from './answer-form';
import { findUnsent } from './draft';
import { useFocusAfterSharing, useSealed } from './opening';
import { WrittenText } from './written';

/** My answer while it is sealed: I can read it, change it or take it back; nobody else can do anything with it. */
export function Waiting({ promptId, text, draft }: { promptId: string; text: string; draft: string | null }) {
  const t = useTranslations('prompts.waiting');
  const { userId, partnerName } = useLive();
  const place = useRef<HTMLDivElement>(null);
  const [changing, setChanging] = useState(draft !== null && draft !== text);
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct();
  useSealed(promptId);
  useFocusAfterSharing(promptId, place);
  useEffect(() => {
    const unsent = findUnsent(userId, promptId);
    if (unsent !== null && unsent !== text) setChanging(true);
  }, [userId, promptId, text]);

  const takeBack = async () => {
    // First into the drafts, so that the words are somewhere at every moment.
    await send('PUT', `/api/prompts/${promptId}/draft`, { text });
    const sent = await act('DELETE', `/api/prompts/${promptId}/answer`, undefined, {
      focus: 'question',
      announce: t('takenBack'),
    });
    if (sent) setAsking(false);
  };

  if (changing) {
    const end = () => setChanging(false);
    return <AnswerForm promptId={promptId} draft={draft} given={text} onShared={end} onLeave={end} />;
  }
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4">
      <Notice tone="sealed" icon={<LockKeyhole aria-hidden="true" />} title={t('title')}>
        {partnerName ? t('text', { name: partnerName }) : t('textAlone')}
      </Notice>
      <div>
        <h3 className="mb-2 text-muted text-sm">{t('mine')}</h3>
        <WrittenText whose="mine">{text}</WrittenText>
      </div>
      <div className="-mx-2 flex flex-wrap gap-1">
        <Button look="plain" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
        <Button look="plain" onClick={() => setAsking(true)}>
          {t('takeBack')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('takeBackTitle')}
        description={partnerName ? t('takeBackText', { name: partnerName }) : t('takeBackTextAlone')}
        confirm={t('takeBack')}
        onConfirm={takeBack}
        busy={busy}
        look="primary"
      />
    </div>
  );
}
