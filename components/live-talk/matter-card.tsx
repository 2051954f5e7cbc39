'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { send } from '#components/ui/send';
import type { NoteView } from '#lib/talks/view';
import { HeldNote } from './held-note';
import { NoteBox } from './note-box';
import { useTalkContext } from './talk-context';

/** Statements in which somebody feels heard before the word passes. */
const statements = 3;

/** What it is about, and below it what its author wrote down for it: for that one alone. */
export function MatterCard({ notes, counts }: { notes: readonly NoteView[]; counts?: boolean }) {
  const t = useTranslations('live.matter');
  const { talk, reader, shared, names } = useTalkContext();
  const { view } = talk;
  const matter = view.matters.find(({ id }) => id === view.matterId);
  const note = matter && notes.find(({ matterId }) => matterId === matter.id);
  const isReaders = matter?.by === reader;
  const whose = matter?.by === 'gone' ? undefined : matter?.by;
  return (
    <Card aria-label={t('label')}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        {whose ? (
          <Chip tone={whose === 'me' ? 'mine' : 'theirs'}>
            {whose === 'me' && !shared ? t('mine') : t('theirs', { name: names[whose] })}
          </Chip>
        ) : (
          <Chip>{matter ? t('gone') : t('free')}</Chip>
        )}
        {counts && (
          <p className="text-muted text-sm tabular-nums">
            <span aria-hidden="true">
              {t('heard', { n: Math.min(view.confirmed + 1, statements), count: statements })}
            </span>
            <span className="sr-only">{t('heardText', { n: view.confirmed, count: statements })}</span>
          </p>
        )}
      </div>
      {matter && (
        <h2 className="title wrap-anywhere text-xl" dir="auto">
          {matter.title ?? t('noTitle')}
        </h2>
      )}
      {matter && isReaders && (shared || note?.text) && (
        <div className="mt-3 border-line border-t pt-3 text-muted text-sm">
          {shared ? (
            <HeldNote
              key={`${view.moment}:${matter.id}`}
              name={names[reader]}
              isMine={reader === 'me'}
              load={async () => {
                if (reader === 'me') return note?.text ? { text: note.text } : 'missing';
                const sent = await send<{ text: string }>('GET', `/api/talks/${view.id}/lent/${matter.id}`);
                if (sent.ok) return sent.data;
                return sent.failure.status === 404 ? 'missing' : 'away';
              }}
            />
          ) : (
            <NoteBox label={t('noteLabel')}>
              <p className="written" dir="auto">
                <LockKeyhole aria-hidden="true" className="mr-1.5 inline size-3.5 align-[-0.1em]" />
                {t('note')} {note?.text}
              </p>
            </NoteBox>
          )}
        </div>
      )}
    </Card>
  );
}
