import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** That nobody else sees what is written here, nor when. */
export function PrivateLine({ partnerName, isTyped }: { partnerName: string | null; isTyped?: boolean }) {
  const t = useTranslations('talks');
  return (
    <p className="flex gap-2.5 text-muted text-sm">
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-theirs" />
      <span className="wrap-anywhere min-w-0">
        {partnerName ? t('notes.only', { name: partnerName }) : t('notes.onlyAlone')}
        {isTyped && <span className="block">{t('note.typed')}</span>}
      </span>
    </p>
  );
}
