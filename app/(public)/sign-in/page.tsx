import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicPage } from '#components/shell/public-page';
import { TextLink } from '#components/ui/button';
import { findViewer } from '#lib/auth/viewer';
import { readNextPath } from '#lib/http/next-path';
import { withNext } from '../with-next';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signIn');
  return { title: t('submit') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = readNextPath((await searchParams).next);
  if (await findViewer()) redirect(next ?? '/today');
  const t = await getTranslations('accounts.signIn');
  return (
    <PublicPage
      title={t('title')}
      lead={next?.startsWith('/invite/') && t('invited')}
      footer={t.rich('footer', {
        link: (chunks) => <TextLink href={withNext('/sign-up', next)}>{chunks}</TextLink>,
      })}
    >
      <SignInForm next={next ?? '/today'} forgot={withNext('/forgot', next)} />
    </PublicPage>
  );
}
