import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RowCard } from '#components/ui/card';
import type { RitualView } from '#lib/talks/view';
import { Dotted } from './dotted';
import { useSayRitual } from './use-say-ritual';

/** The time that both have said yes to. */
export function AgreedRitual({ ritual, zone }: { ritual: RitualView; zone: string | null }) {
  const t = useTranslations('talks');
  const say = useSayRitual(zone);
  return (
    <RowCard icon={<CalendarCheck strokeWidth={1.75} />} tone="calm" title={<Dotted>{say(ritual)}</Dotted>}>
      {t('ritual.agreedText')}
    </RowCard>
  );
}
