'use client';

import { useTranslations } from 'next-intl';
import { Segmented } from '#components/ui/choice';
import { type Rhythm, rhythms } from '#lib/turns/kinds';

/** How often the turn passes on. */
export function RhythmChoice({ value, onChange }: { value: Rhythm; onChange: (rhythm: Rhythm) => void }) {
  const t = useTranslations('turns');
  return (
    <Segmented
      legend={t('rhythm')}
      name="rhythm"
      value={value}
      onChange={onChange}
      options={rhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythms.${rhythm}`) }))}
    />
  );
}
