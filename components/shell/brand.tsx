import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Mark } from '#components/mark/circles';

/** The mark and the name, leading to the start of where one is. */
export function Brand({ href, markOnly }: { href: '/' | '/today'; markOnly?: boolean }) {
  const t = useTranslations('shell');
  return (
    <Link
      href={href}
      aria-label={t('home')}
      className="inline-flex min-h-11 items-center gap-2.5 rounded-md pr-1 no-underline"
    >
      <Mark className={markOnly ? 'h-7 w-auto' : 'h-6 w-auto'} />
      {!markOnly && <span className="title text-xl">{t('name')}</span>}
    </Link>
  );
}
