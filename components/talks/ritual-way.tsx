import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RitualView } from '#lib/talks/view';
import { useSayRitual } from './use-say-ritual';
import { Way } from './way';

/** When the two talk, and the way to change it. */
export function RitualWay({ agreed }: { agreed: RitualView | null }) {
  const t = useTranslations('talks');
  const say = useSayRitual();
  return (
    <Way href="/talk/ritual" icon={<CalendarClock strokeWidth={1.75} />} title={t('ritual.row')}>
      {agreed ? `${say(agreed)} · ${t(`forms.${agreed.form}.name`)}` : t('ritual.notYet')}
    </Way>
  );
}
