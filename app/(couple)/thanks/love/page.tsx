import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '#components/shell/page';
import { Love } from '#components/thanks/love';
import { ThanksNav } from '#components/thanks/thanks-nav';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { listFondness } from '#lib/thanks/queries';

// What is mine alone does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('thanks'))('title') };
}

/** What I love about my partner: mine alone. */
export default async function LovePage() {
  const { partner } = await requireViewer();
  const fondness = await readAsViewer(listFondness);
  const t = await getTranslations('thanks.love');
  return (
    <Page
      title={<span className="wrap-anywhere">{partner ? t('title', { name: partner.name }) : t('titleAlone')}</span>}
      lead={t('lead')}
    >
      <ThanksNav current="love" />
      <Love fondness={fondness} />
    </Page>
  );
}
