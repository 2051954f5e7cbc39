import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GotIt } from '#components/couples/got-it';
import { Visibility } from '#components/couples/visibility';
import { Page } from '#components/shell/page';
import { TextLink } from '#components/ui/button';
import { requireViewer } from '#lib/auth/viewer';
import { readNextPath } from '#lib/http/next-path';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('visibility');
  return { title: t('title') };
}

/** Told to each, alone, before anything is shared: what the partner can and cannot see, and what happens on leaving. */
export default async function WelcomePage({ searchParams }: PageProps<'/welcome'>) {
  const viewer = await requireViewer();
  const next = readNextPath((await searchParams).next) ?? '/today';
  const t = await getTranslations('welcome');
  const partnerName = viewer.partner?.name;
  return (
    <Page
      title={t('title', { name: viewer.name })}
      lead={t('lead', { known: partnerName ? 'yes' : 'no', partner: partnerName ?? '' })}
    >
      <div className="flex flex-col gap-6">
        <Visibility partnerName={partnerName} />
        <GotIt next={next} label={t('done')} />
        <p className="text-center text-muted text-sm">
          {t.rich('help', { link: (chunks) => <TextLink href="/help">{chunks}</TextLink> })}
        </p>
      </div>
    </Page>
  );
}
