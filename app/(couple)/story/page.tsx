import { BookOpen, MailOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlaceToCome } from '#components/shell/place-to-come';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { requireViewer } from '#lib/auth/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('story.title') };
}

export default async function StoryPage() {
  await requireViewer();
  const t = await getTranslations('places.story.opened');
  return (
    <PlaceToCome place="story" icon={<BookOpen aria-hidden="true" strokeWidth={1.75} />}>
      <RowCard
        icon={<MailOpen strokeWidth={1.75} />}
        title={t('title')}
        action={
          <ButtonLink href="/questions?view=opened" look="quiet" size="small">
            {t('action')}
          </ButtonLink>
        }
      >
        {t('text')}
      </RowCard>
    </PlaceToCome>
  );
}
