import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicPage } from '#components/shell/public-page';
import { TextLink } from '#components/ui/button';
import { findViewer } from '#lib/auth/viewer';
import { readNextPath } from '#lib/http/next-path';
import { withNext } from '../with-next';
import { SignUpForm } from './sign-up-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signUp');
  return { title: t('title') };
}

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const next = readNextPath((await searchParams).next);
  if (await findViewer()) redirect(next ?? '/today');
  const t = await getTranslations('accounts.signUp');
  const isInvited = next?.startsWith('/invite/');
  return (
    <PublicPage
      title={t(isInvited ? 'invitedTitle' : 'title')}
      lead={t(isInvited ? 'invitedLead' : 'lead')}
      footer={t.rich('footer', {
        link: (chunks) => <TextLink href={withNext('/sign-in', next)}>{chunks}</TextLink>,
      })}
    >
      <SignUpForm next={withNext('/welcome', next)} />
      <p className="text-muted text-sm">
        {t.rich('agree', { link: (chunks) => <TextLink href="/help">{chunks}</TextLink> })}
      </p>
    </PublicPage>
  );
}
