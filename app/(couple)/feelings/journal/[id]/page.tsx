import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { EntryEditor } from '#components/journal/entry-editor';
import { JournalDoor } from '#components/journal/journal-door';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { requireViewer } from '#lib/auth/viewer';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { getWheel } from '#lib/feelings/wheel';
import { sayMoment } from '#lib/i18n/when';
import { entryForms } from '#lib/journal/kinds';
import { getEntry } from '#lib/journal/queries';
import { entryParams } from '#lib/journal/schema';
import type { EntryView } from '#lib/journal/view';
import type { Scope } from '#lib/transaction';
import { readJournal } from '../read-journal';

// What is written for oneself does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journal'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ form?: string | string[] }> };

async function findEntry(scope: Scope, id: string): Promise<EntryView | null> {
  try {
    return await getEntry(scope, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

/** One entry of mine, to be written; or one that is to be begun, in the form that the address names. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { timeZone } = await requireViewer();
  const { id } = await params;
  if (!entryParams.safeParse({ id }).success) notFound();
  const wanted = [(await searchParams).form].flat()[0];
  const { door, found } = await readJournal(async (scope) => ({ saved: await findEntry(scope, id) }));
  if (!found) return <JournalDoor door={door}>{null}</JournalDoor>;
  const { saved } = found;
  const form = saved?.form ?? entryForms.find((one) => one === wanted);
  if (!form) notFound();
  const t = await getTranslations('journal');
  const locale = await getLocale();
  return (
    <JournalDoor door={door}>
      <Page
        title={t(`begin.${form}`)}
        eyebrow={<BackLink href="/feelings/journal">{t('title')}</BackLink>}
        status={
          saved && (
            <span className="inline-block text-muted text-sm first-letter:uppercase">
              {sayMoment(locale, timeZone, new Date(saved.createdAt), now())}
            </span>
          )
        }
      >
        <EntryEditor key={id} id={id} form={form} saved={saved} wheel={getWheel(locale)} />
      </Page>
    </JournalDoor>
  );
}
