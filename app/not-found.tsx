import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { Brand } from '#components/shell/brand';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('notFound.title') };
}

export default async function NotFound() {
  const t = await getTranslations('errors.notFound');
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="screen-only mx-auto w-full max-w-5xl px-5 pt-[calc(0.75rem+env(safe-area-inset-top))] sm:px-8">
        <Brand href="/" />
      </header>
      <main id="content" className="flex flex-1 items-center px-4">
        <EmptyState
          level={1}
          art={<MarkOutline apart />}
          title={t('title')}
          action={<ButtonLink href="/">{t('home')}</ButtonLink>}
        >
          <p>{t('text')}</p>
        </EmptyState>
      </main>
    </div>
  );
}
