'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import type { RecordView } from '#lib/talks/view';

/** Whether both say that this is how it was, and my own yes. */
export function Approve({ talkId, record, name }: { talkId: string; record: RecordView; name: string }) {
  const t = useTranslations('talks.record');
  const { act, busy } = useAct();
  const { approved, n } = record;
  if (approved.me) {
    return (
      <p id="approved" tabIndex={-1} className="wrap-anywhere flex items-start gap-2 font-medium text-calm">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {approved.partner ? t('both') : t('onlyMine', { name })}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="font-semibold">{t('ask')}</h3>
        {approved.partner && <p className="wrap-anywhere text-calm">{t('onlyTheirs', { name })}</p>}
        <p className="text-muted text-sm">{t('askText')}</p>
      </div>
      <Button
        className="self-start max-sm:w-full"
        busy={busy}
        onClick={() =>
          void act('PUT', `/api/talks/${talkId}/approval`, { n }, { focus: 'approved', announce: t('approved') })
        }
      >
        {t('approve')}
      </Button>
    </div>
  );
}
