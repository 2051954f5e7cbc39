'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { newId } from '#lib/id';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';
import { findUnsent, forgetUnsent } from './draft';
import { RespondForm } from './respond-form';

/** Adds to my own answer. What I was typing when it opened waits here. */
export function Add({ promptId, given, draft }: { promptId: string; given: string | null; draft: string | null }) {
  const t = useTranslations('prompts');
  const { userId } = useLive();
  const [open, setOpen] = useState(false);
  const [leftover, setLeftover] = useState(false);

  useEffect(() => {
    const text = (findUnsent(userId, promptId) ?? draft)?.trim();
    if (!text || given?.includes(text)) return;
    const key = keyOf(userId, 'added', promptId);
    if (!readUnsent(key)) keepUnsent(key, JSON.stringify({ id: newId(), text }));
    setLeftover(true);
    setOpen(true);
  }, [userId, promptId, draft, given]);

  const end = async () => {
    setOpen(false);
    if (!leftover) return;
    setLeftover(false);
    forgetUnsent(userId, promptId);
    keepUnsent(keyOf(userId, 'added', promptId), null);
    await send('DELETE', `/api/prompts/${promptId}/draft`);
  };

  if (!open)
    return (
      <Button
        look="plain"
        className="-mx-3 -my-2 self-start"
        icon={<Plus aria-hidden="true" className="size-4.5" />}
        onClick={() => setOpen(true)}
      >
        {t('add.open')}
      </Button>
    );
  return (
    <div className="flex flex-col gap-3">
      {leftover && (
        <Notice tone="ours" role="status">
          {t('add.leftover')}
        </Notice>
      )}
      <RespondForm
        promptId={promptId}
        intent="added"
        label={t('add.label')}
        hint={t('add.help')}
        action={t('add.add')}
        close={leftover ? t('add.letGo') : undefined}
        takesFocus={!leftover}
        onSaid={end}
        onClose={end}
      />
    </div>
  );
}
