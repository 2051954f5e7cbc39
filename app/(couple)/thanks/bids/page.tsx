import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AskFor } from '#components/bids/ask-for';
import { Bids } from '#components/bids/bids';
import { NeedsTwo } from '#components/news/needs-two';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { getBids } from '#lib/bids/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bids'))('title') };
}

/** What I ask for, what I am asked for, and how it goes. */
export default async function BidsPage() {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const { partner } = await requireViewer();
  const bids = await readAsViewer(getBids);
  const t = await getTranslations('bids');
  const back = <BackLink href="/thanks">{t('back')}</BackLink>;
  if (!partner) {
    return (
      <Page title={t('title')} eyebrow={back}>
        <NeedsTwo title={t('alone.title')} text={t('alone.text')} action={t('alone.action')} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} eyebrow={back} lead={t('lead')}>
      <div className="flex flex-col gap-3">
        <Bids bids={bids} partnerName={partner.name} isFirst />
        {!bids.mine && <AskFor partnerName={partner.name} />}
        <section aria-labelledby="notes" className="mt-5 flex flex-col gap-3">
          <h2 id="notes" className="title text-xl">
            {t('notes.title')}
          </h2>
          <ul className="flex flex-col gap-2.5 text-muted">
            {(['first', 'second', 'third'] as const).map((line) => (
              <li key={line}>{t(`notes.${line}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
