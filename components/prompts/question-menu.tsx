'use client';

import { Ellipsis, MoonStar, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Menu } from '#components/ui/menu';

/** What else one may do with a question that was asked: put it off, and take it back, for the one who put it. */
export function QuestionMenu({ promptId, canTakeBack }: { promptId: string; canTakeBack: boolean }) {
  const t = useTranslations('prompts.menu');
  const { act } = useAct();
  const path = `/api/prompts/${promptId}`;
  const notNow = {
    label: t('notNow'),
    icon: <MoonStar aria-hidden="true" strokeWidth={1.75} />,
    onSelect: () => void act('PUT', `${path}/postponement`, undefined, { say: t('putOff'), goTo: '/today' }),
  };
  const takeBack = {
    label: t('takeBack'),
    icon: <Undo2 aria-hidden="true" strokeWidth={1.75} />,
    onSelect: () => void act('DELETE', path, undefined, { say: t('takenBack'), goTo: '/today' }),
  };
  return (
    <Menu
      label={t('label')}
      trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
      triggerClassName="hover:bg-lifted"
      items={canTakeBack ? [notNow, takeBack] : [notNow]}
    />
  );
}
