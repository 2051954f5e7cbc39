import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { NoteForm } from '#components/talks/note-form';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { findReveal } from '#lib/prompts/queries';
import type { PromptView } from '#lib/prompts/view';
import { longestNoteTitle, type NoteKind, noteKinds } from '#lib/talks/kinds';
import { findUnderWay } from '#lib/talks/schedule';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.notes'))('new') };
}

const kindOfTopic: Partial<Record<string, NoteKind>> = {
  values: 'value',
  dreams: 'dream',
  fears: 'fear',
  secrets: 'secret',
  embarrassing: 'failure',
  gratitude: 'gratitude',
};

/** A question is a title by itself, as long as it is short enough for one. */
function titleOf(prompt: PromptView | null): string {
  return prompt?.words && prompt.words.length <= longestNoteTitle ? prompt.words : '';
}

type Params = Record<'kind' | 'prompt' | 'bring', string | string[] | undefined>;

/** A new note for myself, of my own mind or from a question that was opened. */
export default async function NewNotePage({ searchParams }: { searchParams: Promise<Params> }) {
  const { partner } = await requireViewer();
  const params = await searchParams;
  const one = (name: keyof Params) => [params[name]].flat()[0];
  const from = one('prompt');
  const { prompt, underWay } = await readAsViewer(async (scope) => ({
    prompt: from ? await findReveal(scope, from) : null,
    underWay: await findUnderWay(scope),
  }));
  const t = await getTranslations('talks');
  const wanted = one('kind');
  const brings = one('bring') !== undefined;
  const kind = noteKinds.find((name) => name === wanted) ?? kindOfTopic[prompt?.topic ?? ''] ?? 'need';
  return (
    <Page
      title={t(brings ? 'note.newBrought' : 'note.new')}
      eyebrow={<BackLink href="/talk/notes">{t('nav.notes')}</BackLink>}
    >
      <div className="flex flex-col gap-4">
        {prompt?.words && (
          <div className="rounded-lg bg-ours-tint px-4 py-3">
            <p className="font-medium text-ours text-sm">{t('notes.fromPrompt')}</p>
            <p className="title written text-lg">{prompt.words}</p>
          </div>
        )}
        <NoteForm
          noteId={null}
          given={{
            kind,
            title: titleOf(prompt),
            text: '',
            brings: partner !== null && (prompt !== null || brings),
            lends: false,
          }}
          promptId={prompt?.id}
          isUnderWay={underWay !== null && underWay.form !== 'evening'}
        />
      </div>
    </Page>
  );
}
