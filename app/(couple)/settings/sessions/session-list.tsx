'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import type { SessionView } from '#lib/accounts/view';

export function SessionList({ sessions }: { sessions: SessionView[] }) {
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

function SessionRow({ session: { id, device, createdAt, isCurrent } }: { session: SessionView }) {
  const t = useTranslations('settings.sessions');
  const format = useFormatter();
  const { act, busy } = useAct();
  const name = device || t('unknown');
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
            aria-label={t('endNamed', { device: name })}
            onClick={() => void end()}
          >
            {t('end')}
          </Button>
        )
      }
    >
      {t('since', { date: format.dateTime(new Date(createdAt), { day: 'numeric', month: 'long', year: 'numeric' }) })}
    </RowCard>
  );
}
