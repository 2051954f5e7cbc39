import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewAddress } from '#components/journal/new-address';
import { requireViewer } from '#lib/auth/viewer';
import { entryForms } from '#lib/journal/kinds';
import EntryLoading from '../[id]/loading';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journal'))('title') };
}

type Props = { searchParams: Promise<{ form?: string | string[] }> };

/** Begins an entry in a form. */
export default async function NewEntryPage({ searchParams }: Props) {
  await requireViewer();
  const wanted = [(await searchParams).form].flat()[0];
  return (
    <>
      <EntryLoading />
      <NewAddress form={entryForms.find((one) => one === wanted) ?? 'free'} />
    </>
  );
}
