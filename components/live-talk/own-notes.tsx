'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import type { NoteKind } from '#lib/talks/kinds';
import type { NoteView } from '#lib/talks/view';
import { HeldNote } from './held-note';
import { NoteBox } from './note-box';
import { useTalkContext } from './talk-context';

const wordsOf = ({ title, text }: NoteView) => (text ? `${title}\n${text}` : title);

/** What I wrote down beforehand for this step, for my eyes alone. */
export function OwnNotes({ notes, kind }: { notes: readonly NoteView[]; kind: NoteKind }) {
  const t = useTranslations('live.thanks');
  const { talk, shared, reader, names } = useTalkContext();
  const fitting = notes.filter((note) => note.kind === kind);
  if (fitting.length === 0 || reader !== 'me' || talk.view.holder !== 'me') return null;
  return (
    <Card as="div">
      {shared ? (
        <HeldNote
          key={talk.view.moment}
          name={names.me}
          isMine
          load={async () => ({ text: fitting.map(wordsOf).join('\n\n') })}
        />
      ) : (
        <>
          <p className="mb-3 flex items-center gap-1.5 text-muted text-sm">
            <LockKeyhole aria-hidden="true" className="size-3.5 shrink-0" />
            {t('only')}
          </p>
          <NoteBox label={t('label')}>
            <ul className="flex flex-col divide-y divide-line [&>li]:py-3 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
              {fitting.map((note) => (
                <li key={note.id} dir="auto">
                  <p className="title wrap-anywhere text-lg">{note.title}</p>
                  {note.text && <p className="written mt-1 text-muted text-sm">{note.text}</p>}
                </li>
              ))}
            </ul>
          </NoteBox>
        </>
      )}
    </Card>
  );
}
