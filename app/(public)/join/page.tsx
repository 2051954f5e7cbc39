import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '#components/invites/code-form';
import { MarkOutline } from '#components/mark/circles';
import { PublicPage } from '#components/shell/public-page';
import { TextLink } from '#components/ui/button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invites.join');
  return { title: t('title') };
}

export default async function JoinPage() {
  const t = await getTranslations('invites.join');
  return (
    <PublicPage
      art={<MarkOutline className="h-24 w-auto" />}
      title={t('title')}
      lead={t('lead')}
      footer={t.rich('none', { link: (chunks) => <TextLink href="/sign-up">{chunks}</TextLink> })}
    >
      <CodeForm />
    </PublicPage>
  );
}
