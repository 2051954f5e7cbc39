import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** That nobody else sees anything of this, nor that it is there. */
export function OwnLine({ partnerName, isTyped }: { partnerName: string | null; isTyped?: boolean }) {
  const t = useTranslations('feelings');
  return (
    <p className="flex gap-2.5 text-muted text-sm">
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-mine" />
      <span className="wrap-anywhere min-w-0">
        {partnerName ? t('only', { name: partnerName }) : t('onlyAlone')}
        {isTyped && <span className="block">{t('typed')}</span>}
      </span>
    </p>
  );
}
