import { useTranslations } from 'next-intl';

/** First on every page for those who come by keyboard; the page's `main` has the id `content`. */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      href="#content"
      className="screen-only -translate-y-24 fixed top-3 left-3 z-50 rounded-full bg-ink px-5 py-3 font-semibold text-paper focus:translate-y-0"
    >
      {t('skip')}
    </a>
  );
}
