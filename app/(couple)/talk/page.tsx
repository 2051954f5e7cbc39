import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlaceToCome } from '#components/shell/place-to-come';
import { requireViewer } from '#lib/auth/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('talk.title') };
}

export default async function TalkPage() {
  await requireViewer();
  return <PlaceToCome place="talk" icon={<MessagesSquare aria-hidden="true" strokeWidth={1.75} />} />;
}
