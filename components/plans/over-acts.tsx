'use client';

import { CalendarDays, Ellipsis, Leaf } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Menu } from '#components/ui/menu';
import type { PlanLine } from '#lib/plans/view';
import { useToday } from './use-today';

/** A plan whose time is over: was it lived? "Not yet" is fine, and leads to another day or lets it go. */
export function OverActs({ line, look }: { line: PlanLine; look: 'primary' | 'quiet' }) {
  const t = useTranslations('plans');
  const router = useRouter();
  const { act, busy } = useAct();
  const today = useToday();
  const { id, kind, day, title } = line;
  const path = `/api/plans/${id}`;
  const anotherDay = {
    label: t('list.anotherDay'),
    icon: <CalendarDays aria-hidden="true" />,
    onSelect: () => router.push(`/plans/${id}?change`),
  };
  const letGo = {
    label: t('reply.letGo'),
    icon: <Leaf aria-hidden="true" />,
    onSelect: () => void act('PUT', `${path}/letgo`, undefined, { say: t('reply.letGone'), focus: 'title' }),
  };
  return (
    <div className="relative flex w-full items-center justify-end gap-1.5 sm:w-auto">
      <Menu
        label={t('list.notYetMenu', { title: title ?? t('noTitle') })}
        trigger={
          <>
            {t('list.notYet')}
            <Ellipsis aria-hidden="true" className="size-4" />
          </>
        }
        triggerClassName="gap-2 px-4 font-semibold text-muted hover:bg-lifted hover:text-ink"
        items={kind === 'together' ? [anotherDay, letGo] : [letGo]}
      />
      <Button
        look={look}
        busy={busy}
        onClick={() =>
          void act(
            'PUT',
            `${path}/lived`,
            { day: day && day <= today ? day : today },
            { say: t('planned.livedDone'), goTo: `/plans/${id}` },
          )
        }
      >
        {t('list.weDid')}
      </Button>
    </div>
  );
}
