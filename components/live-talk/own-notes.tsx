'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GiveSaid, SavedThanks } from '#components/thanks/saved-thanks';
import { Card } from '#components/ui/card';
import type { NoteKind } from '#lib/talks/kinds';
import type { NoteView } from '#lib/talks/view';
import type { ThanksView } from '#lib/thanks/view';
import { HeldNote } from './held-note';
import { NoteBox } from './note-box';
import { useTalkContext } from './talk-context';

const wordsOf = ({ title, text }: NoteView) => (text ? `${title}\n${text}` : title);
const linesOf = ({ words }: ThanksView) => [words?.did, words?.says, words?.was].filter(Boolean).join('\n');

/** What I wrote down beforehand for this step, for my eyes alone. */
export function OwnNotes({
  notes,
  kind,
  thanks = [],
}: {
  notes: readonly NoteView[];
  kind: NoteKind;
  /** Saved for a talk, to be said in this step and given with it. */
  thanks?: readonly ThanksView[];
}) {
  const t = useTranslations('live.thanks');
  const { talk, shared, reader, names, otherName } = useTalkContext();
  const fitting = notes.filter((note) => note.kind === kind);
  if (fitting.length + thanks.length === 0 || reader !== 'me' || talk.view.holder !== 'me') return null;
  const [first] = thanks;
  return (
    <Card as="div">
      {shared ? (
        <div className="flex flex-col gap-3">
          <HeldNote
            key={`${talk.view.moment} ${first?.id}`}
            name={names.me}
            isMine
            // Of the saved ones one at a time: the button beside it gives that one, and says no words to whoever looks on.
            load={async () => ({ text: [...(first ? [linesOf(first)] : []), ...fitting.map(wordsOf)].join('\n\n') })}
          />
          {first && <GiveSaid id={first.id} name={otherName} />}
        </div>
      ) : (
        <>
          <p className="mb-3 flex items-center gap-1.5 text-muted text-sm">
            <LockKeyhole aria-hidden="true" className="size-3.5 shrink-0" />
            {t('only')}
          </p>
          <NoteBox label={t('label')}>
            <ul className="flex flex-col divide-y divide-line [&>li]:py-3 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
              {thanks.map((one) => (
                <SavedThanks key={one.id} thanks={one} name={otherName} />
              ))}
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
