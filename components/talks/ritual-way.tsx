import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RitualView } from '#lib/talks/view';
import { Dotted } from './dotted';
import { useSayRitual } from './use-say-ritual';
import { Way } from './way';

/** When the two talk, and the way to change it. */
export function RitualWay({ agreed, zone }: { agreed: RitualView | null; zone: string | null }) {
  const t = useTranslations('talks');
  const say = useSayRitual(zone);
  return (
    <Way href="/talk/ritual" icon={<CalendarClock strokeWidth={1.75} />} title={t('ritual.row')}>
      {agreed ? <Dotted>{say(agreed)}</Dotted> : t('ritual.notYet')}
    </Way>
  );
}
