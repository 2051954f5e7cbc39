'use client';

import { LockKeyhole, MoonStar } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Shown } from '#components/live/shown';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';

/** Today's question, put off until tomorrow. */
export function BringBack({ promptId, sealedBy }: { promptId: string; sealedBy: string | null }) {
  const t = useTranslations('today.putOff');
  const prompts = useTranslations('prompts');
  const { act, busy } = useAct();
  const bringBack = () =>
    act('DELETE', `/api/prompts/${promptId}/postponement`, undefined, { focus: 'question', announce: t('isBack') });
  return (
    <Card aria-labelledby="question" className="flex flex-col items-start gap-4 sm:p-7">
      <Shown id={promptId} />
      <MoonStar aria-hidden="true" strokeWidth={1.5} className="size-8 text-muted" />
      <div className="flex flex-col gap-1.5">
        <h2 id="question" tabIndex={-1} className="title text-2xl">
          {t('title')}
        </h2>
        <p className="text-muted">{t('text')}</p>
        {sealedBy && (
          <p className="flex items-center gap-2 text-theirs">
            <LockKeyhole aria-hidden="true" className="size-4 shrink-0" />
            {prompts('sealed.title', { name: sealedBy })}
          </p>
        )}
      </div>
      <Button look="quiet" busy={busy} onClick={bringBack}>
        {t('back')}
      </Button>
    </Card>
  );
}
