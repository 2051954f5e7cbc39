import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/plans/back-link';
import { Page } from '#components/shell/page';
import { fieldsOf } from '#components/thanks/thanks-fields';
import { ThanksForm } from '#components/thanks/thanks-form';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { dayIn } from '#lib/clock';
import { findThanks } from '#lib/thanks/queries';

// What is written for oneself does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('thanks.edit'))('title') };
}

/** One of mine that waits, to be written on. What was given is there to be read. */
export default async function EditThanksPage({ params }: { params: Promise<{ id: string }> }) {
  const { timeZone } = await requireViewer();
  const { id } = await params;
  const thanks = await readAsViewer((scope) => findThanks(scope, id));
  if (!thanks) notFound();
  if (thanks.givenAt) redirect(`/thanks/${id}`);
  const t = await getTranslations('thanks.edit');
  return (
    <Page title={t('title')} eyebrow={<BackLink href="/thanks">{t('back')}</BackLink>}>
      <ThanksForm thanksId={id} given={fieldsOf(thanks, timeZone, dayIn(timeZone))} />
    </Page>
  );
}
