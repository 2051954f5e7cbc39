'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { locales } from '#lib/i18n/locales';

/** The language for those who are not signed in; kept in a cookie of this browser. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const current = useLocale();
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t('language')}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => {
            // biome-ignore lint/suspicious/noDocumentCookie: one word, set and read by us alone; cookieStore is not everywhere yet
            document.cookie = `locale=${locale}; path=/; max-age=31536000; samesite=lax`;
            startTransition(() => router.refresh());
          }}
          className="min-h-11 rounded-md px-3 text-muted text-sm capitalize hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {new Intl.DisplayNames(locale, { type: 'language' }).of(locale)}
        </button>
      ))}
    </fieldset>
  );
}
