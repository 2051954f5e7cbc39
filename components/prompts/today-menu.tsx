'use client';

import { Ellipsis, MoonStar, Shuffle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Menu } from '#components/ui/menu';

/** What else one may do with the question of the day: another one, or none today. */
export function TodayMenu({ promptId, canSwap }: { promptId: string; canSwap: boolean }) {
  const t = useTranslations('today');
  const { act } = useAct();
  const focus = 'question';
  const swap = {
    label: t('swap'),
    icon: <Shuffle aria-hidden="true" strokeWidth={1.75} />,
    onSelect: () => void act('POST', `/api/prompts/${promptId}/swap`, undefined, { focus, announce: t('swapped') }),
  };
  const notNow = {
    label: t('notNow'),
    icon: <MoonStar aria-hidden="true" strokeWidth={1.75} />,
    onSelect: () =>
      void act('PUT', `/api/prompts/${promptId}/postponement`, undefined, { focus, announce: t('putOff.text') }),
  };
  return (
    <Menu
      label={t('menu')}
      trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
      triggerClassName="hover:bg-lifted"
      items={canSwap ? [swap, notNow] : [notNow]}
    />
  );
}
