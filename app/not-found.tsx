import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('notFound.title') };
}

export default async function NotFound() {
  const t = await getTranslations('errors.notFound');
  return (
    <main id="content" className="flex min-h-dvh items-center px-4">
      <EmptyState
        level={1}
        art={<MarkOutline apart />}
        title={t('title')}
        action={<ButtonLink href="/">{t('home')}</ButtonLink>}
      >
        <p>{t('text')}</p>
      </EmptyState>
    </main>
  );
}
