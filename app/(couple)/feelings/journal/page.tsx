import { Eye, HeartHandshake, LockKeyhole } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FeelingsNav } from '#components/feelings/feelings-nav';
import { BeginEntry } from '#components/journal/begin-entry';
import { EntryList } from '#components/journal/entry-list';
import { JournalDoor } from '#components/journal/journal-door';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { requireViewer } from '#lib/auth/viewer';
import { getWheel } from '#lib/feelings/wheel';
import { isViewOffered, listEntries } from '#lib/journal/queries';
import { readJournal } from './read-journal';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journal'))('title') };
}

/** My journal: how to begin, and what I have written. */
export default async function JournalPage() {
  const { partner } = await requireViewer();
  const { door, found } = await readJournal(async (scope) => ({
    listed: await listEntries(scope),
    isOffered: await isViewOffered(scope),
  }));
  const t = await getTranslations('journal');
  const sharings = await getTranslations('sharings');
  if (!found) return <JournalDoor door={door}>{null}</JournalDoor>;
  const { listed, isOffered } = found;
  return (
    <JournalDoor door={door}>
      <Page title={t('title')}>
        <FeelingsNav current="journal" />
        <div className="flex flex-col gap-8">
          {isOffered && (
            <RowCard
              icon={<HeartHandshake strokeWidth={1.75} />}
              tone="mine"
              title={t('offer.title')}
              action={
                <ButtonLink href="/feelings/journal/new?form=friend" prefetch={false} look="quiet" size="small">
                  {t('offer.action')}
                </ButtonLink>
              }
            >
              {t('offer.text')}
            </RowCard>
          )}
          <section aria-labelledby="begin" className="flex flex-col gap-3">
            <h2 id="begin" className="title text-xl">
              {t('begin.title')}
            </h2>
            <BeginEntry />
          </section>
          <section aria-labelledby="written" className="flex flex-col gap-3">
            <h2 id="written" className="title text-xl">
              {t('list.title')}
            </h2>
            {listed.entries.length === 0 ? (
              <p className="text-muted">{t('list.empty')}</p>
            ) : (
              <EntryList first={listed} wheel={getWheel(await getLocale())} />
            )}
          </section>
          <div className="flex flex-wrap justify-center gap-2">
            {partner && (
              <ButtonLink href="/feelings/shared" look="plain" icon={<Eye aria-hidden="true" className="size-4.5" />}>
                {sharings('link')}
              </ButtonLink>
            )}
            <ButtonLink
              href="/feelings/journal/lock"
              look="plain"
              icon={<LockKeyhole aria-hidden="true" className="size-4.5" />}
            >
              {t('lock.link')}
            </ButtonLink>
          </div>
        </div>
      </Page>
    </JournalDoor>
  );
}
