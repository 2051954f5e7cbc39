import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JournalDoor } from '#components/journal/journal-door';
import { LockForm } from '#components/journal/lock-form';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { requireViewer } from '#lib/auth/viewer';
import { readJournal } from '../read-journal';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journal'))('lock.title') };
}

/** The lock of the journal. */
export default async function LockPage() {
  await requireViewer();
  const { door } = await readJournal(async () => null);
  const t = await getTranslations('journal');
  return (
    <JournalDoor door={door}>
      <Page
        title={t('lock.title')}
        lead={t('lock.lead')}
        eyebrow={<BackLink href="/feelings/journal">{t('title')}</BackLink>}
      >
        <LockForm minutes={door.minutes} email={door.email} />
      </Page>
    </JournalDoor>
  );
}
