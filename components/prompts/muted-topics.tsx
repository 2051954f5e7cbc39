'use client';

import { useTranslations } from 'next-intl';
import { Switch } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { topics } from '#lib/prompts/kinds';
import { useMute } from './use-mute';

/** Which topics may come by themselves. On is the ordinary; nobody sees who switched one off. */
export function MutedTopics({ muted: initial }: { muted: readonly string[] }) {
  const t = useTranslations('prompts');
  const { muted, mute } = useMute(initial);
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-line">
        {topics.map((topic) => (
          <li key={topic}>
            <Switch
              label={t(`topics.${topic}`)}
              checked={!muted.has(topic)}
              onChange={(event) => mute(topic, !event.target.checked)}
              className="py-1.5"
            />
          </li>
        ))}
      </ul>
      {muted.size === topics.length && <Notice role="status">{t('mute.all')}</Notice>}
    </div>
  );
}
