import { Gift } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlaceToCome } from '#components/shell/place-to-come';
import { requireViewer } from '#lib/auth/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('plans.title') };
}

export default async function PlansPage() {
  await requireViewer();
  return <PlaceToCome place="plans" icon={<Gift aria-hidden="true" strokeWidth={1.75} />} />;
}
