import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Brand } from '#components/shell/brand';
import { LanguageSwitch } from '#components/shell/language';
import { LinkElsewhere } from '#components/shell/link-elsewhere';
import { SkipLink } from '#components/shell/skip-link';
import { findViewer } from '#lib/auth/viewer';

/** Around all that can be read without signing in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell');
  const viewer = await findViewer();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="screen-only mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-4 px-5 pt-[calc(0.75rem+env(safe-area-inset-top))] sm:px-8">
        <Brand href="/" />
        <LinkElsewhere
          href={viewer ? '/today' : '/sign-in'}
          className="ml-auto inline-flex min-h-11 items-center rounded-full px-4 font-semibold text-muted hover:bg-lifted hover:text-ink"
        >
          {t(viewer ? 'today' : 'public.signIn')}
        </LinkElsewhere>
      </header>
      <main id="content" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <footer className="screen-only mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 pt-10 pb-[calc(1.5rem+env(safe-area-inset-bottom))] sm:px-8">
        <nav aria-label={t('name')} className="flex gap-x-5 text-sm">
          <Link href="/" className="inline-flex min-h-11 items-center text-muted hover:text-ink">
            {t('public.about')}
          </Link>
          <Link href="/help" className="inline-flex min-h-11 items-center text-muted hover:text-ink">
            {t('help')}
          </Link>
        </nav>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
