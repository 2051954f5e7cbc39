import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { JournalDoor } from '#components/journal/journal-door';
import { BackLink } from '#components/plans/back-link';
import { SharingForm } from '#components/sharings/sharing-form';
import { Page } from '#components/shell/page';
import { requireViewer } from '#lib/auth/viewer';
import { AppError } from '#lib/error';
import { findFeeling, findNeed, wordsOf } from '#lib/feelings/library';
import { getEntry } from '#lib/journal/queries';
import { listSentences } from '#lib/journal/rules';
import { entryParams } from '#lib/journal/schema';
import type { Scope } from '#lib/transaction';
import { readJournal } from '../../journal/read-journal';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sharings'))('new') };
}

type Props = { searchParams: Promise<{ entry?: string | string[] }> };

type Material = { sentences: string[]; named: { felt: string[]; need: string[] } };

async function readMaterial(scope: Scope, id: string): Promise<Material> {
  const { locale } = scope.member;
  try {
    const { text, feelings, needs } = await getEntry(scope, id);
    const say = (entry: Parameters<typeof wordsOf<string>>[0] | undefined) => (entry ? [wordsOf(entry, locale)] : []);
    return {
      sentences: listSentences(text ?? '', locale),
      named: {
        felt: feelings.flatMap((feeling) => say(findFeeling(feeling))),
        need: needs.flatMap((need) => say(findNeed(need))),
      },
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** Shapes words for my partner, from an entry of my journal or from nothing. */
export default async function NewSharingPage({ searchParams }: Props) {
  const { partner } = await requireViewer();
  if (!partner) redirect('/feelings/shared');
  const entryId = [(await searchParams).entry].flat()[0] ?? null;
  if (entryId !== null && !entryParams.safeParse({ id: entryId }).success) notFound();
  const t = await getTranslations('sharings');
  const journal = await getTranslations('journal');
  const page = ({ sentences, named }: Material) => (
    <Page
      title={t('newTitle', { name: partner.name })}
      eyebrow={
        <BackLink href={entryId ? `/feelings/journal/${entryId}` : '/feelings/shared'}>
          {entryId ? journal('title') : t('title')}
        </BackLink>
      }
    >
      <SharingForm key={entryId} entryId={entryId} sentences={sentences} named={named} name={partner.name} />
    </Page>
  );
  if (!entryId) return page({ sentences: [], named: { felt: [], need: [] } });
  const { door, found } = await readJournal((scope) => readMaterial(scope, entryId));
  return <JournalDoor door={door}>{found && page(found)}</JournalDoor>;
}
