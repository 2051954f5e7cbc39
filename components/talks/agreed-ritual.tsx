import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RowCard } from '#components/ui/card';
import type { RitualView } from '#lib/talks/view';
import { useSayRitual } from './use-say-ritual';

/** The time that both have said yes to. */
export function AgreedRitual({ ritual }: { ritual: RitualView }) {
  const t = useTranslations('talks');
  const say = useSayRitual();
  return (
    <RowCard
      icon={<CalendarCheck strokeWidth={1.75} />}
      tone="calm"
      title={`${say(ritual)} · ${t(`forms.${ritual.form}.name`)}`}
    >
      {t('ritual.agreedText')}
    </RowCard>
  );
}
