import { useTranslations } from 'next-intl';

/** That the partner is here now. When not, nothing: there is no last-seen. */
export function Presence({ name, here }: { name: string; here: boolean }) {
  const t = useTranslations('shell');
  if (!here) return null;
  return (
    <p className="flex min-w-0 animate-arrive items-center gap-2 text-muted text-sm">
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-calm" />
      <span className="truncate">{t('here', { name })}</span>
    </p>
  );
}
