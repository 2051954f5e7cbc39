'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { Chip } from '#components/ui/chip';

/** `since` is when it began, in words. */
export type Session = { id: string; device: string; since: string; isCurrent: boolean };

export function SessionList({ sessions }: { sessions: Session[] }) {
  const t = useTranslations('settings.sessions');
  const { act, busy } = useAct();
  const endOthers = () => act('DELETE', '/api/account/sessions', undefined, { say: t('ended') });
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-col gap-3">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button look="quiet" busy={busy} onClick={() => void endOthers()} className="self-start">
          {t('endOthers')}
        </Button>
      )}
    </div>
  );
}

function SessionRow({ session: { id, device, since, isCurrent } }: { session: Session }) {
  const t = useTranslations('settings.sessions');
  const { act, busy } = useAct();
  const name = device || t('unknown');
  const begun = t('since', { date: since });
  const end = () => act('DELETE', `/api/account/sessions/${id}`, undefined, { say: t('ended') });
  return (
    <RowCard
      as="li"
      title={name}
      action={
        isCurrent ? (
          <Chip tone="calm">{t('current')}</Chip>
        ) : (
          <Button
            look="quiet"
            size="small"
            busy={busy}
            aria-label={t('endNamed', { device: name, since: begun })}
            onClick={() => void end()}
          >
            {t('end')}
          </Button>
        )
      }
    >
      {begun}
    </RowCard>
  );
}
