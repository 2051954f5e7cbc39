import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NeedsTwo } from '#components/news/needs-two';
import { NewsForm } from '#components/news/news-form';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { requireViewer } from '#lib/auth/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('news'))('share') };
}

/** Something good, told. */
export default async function NewNewsPage() {
  const { partner } = await requireViewer();
  const t = await getTranslations('news');
  const back = <BackLink href="/thanks/news">{t('title')}</BackLink>;
  return (
    <Page title={t('form.title')} eyebrow={back}>
      {partner ? (
        <NewsForm partnerName={partner.name} />
      ) : (
        <NeedsTwo title={t('alone.title')} text={t('alone.text')} action={t('alone.action')} />
      )}
    </Page>
  );
}
