import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OpenedThanks } from '#components/thanks/opened-thanks';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { findThanks } from '#lib/thanks/queries';

// What it is for does not belong in a browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('thanks'))('title') };
}

/** A thank-you that was given, on the whole screen. One that waits is written on elsewhere. */
export default async function OpenedThanksPage({ params }: { params: Promise<{ id: string }> }) {
  // Before anything is read: what happens after is an event that the page has not seen (live-provider).
  const { partner } = await requireViewer();
  const { id } = await params;
  const thanks = await readAsViewer((scope) => findThanks(scope, id));
  if (!thanks) notFound();
  if (!thanks.givenAt) redirect(`/thanks/${id}/edit`);
  const t = await getTranslations('thanks');
  const isOfUs = thanks.by === 'partner' || thanks.to === 'partner';
  return <OpenedThanks key={id} thanks={thanks} name={isOfUs && partner ? partner.name : t('gone')} />;
}
