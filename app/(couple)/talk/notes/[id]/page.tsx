import { MessageCircleQuestionMark } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { DeleteNote } from '#components/talks/delete-note';
import { NoteForm } from '#components/talks/note-form';
import { TextLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { AppError } from '#lib/error';
import { getNote } from '#lib/talks/notes';
import { findUnderWay } from '#lib/talks/schedule';
import { noteParams } from '#lib/talks/schema';

// What is written for oneself does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.note'))('edit') };
}

async function readNote(id: string) {
  if (!noteParams.safeParse({ id }).success) notFound();
  try {
    return await readAsViewer(async (scope) => ({
      note: await getNote(scope, id),
      underWay: await findUnderWay(scope),
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** A note of my own. */
export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  await requireViewer();
  const { note, underWay } = await readNote((await params).id);
  const t = await getTranslations('talks');
  const { id, kind, title, text, matterId, isLent, isTaken, talkId, promptId } = note;
  return (
    <Page title={t('note.edit')} eyebrow={<BackLink href="/talk/notes">{t('nav.notes')}</BackLink>}>
      <div className="flex flex-col gap-4">
        {isTaken && (
          <Notice icon={null}>
            <p>{t('note.taken')}</p>
            {talkId && (
              <TextLink href={`/talk/${talkId}`} className="target">
                {t('note.takenLook')}
              </TextLink>
            )}
          </Notice>
        )}
        {promptId && (
          <p className="flex items-start gap-2 text-sm">
            <MessageCircleQuestionMark aria-hidden="true" strokeWidth={1.75} className="size-5 shrink-0 text-ours" />
            <TextLink href={`/questions/${promptId}`}>{t('notes.fromPrompt')}</TextLink>
          </p>
        )}
        <NoteForm
          noteId={id}
          given={{ kind, title, text: text ?? '', brings: matterId !== null, lends: isLent }}
          isUnderWay={underWay !== null && underWay.form !== 'evening'}
          isTaken={isTaken}
        />
        <div className="flex justify-center">
          <DeleteNote note={note} />
        </div>
      </div>
    </Page>
  );
}
