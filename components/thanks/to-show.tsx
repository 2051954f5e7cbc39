'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import type { ThanksView } from '#lib/thanks/view';
import { WayIcon } from './way-icon';

/** What I gave here and meant to show as well, until I have: a note to myself. */
export function ToShow({ thanks }: { thanks: ThanksView[] }) {
  const t = useTranslations('thanks');
  const { act, busy } = useAct();
  if (thanks.length === 0) return null;
  return (
    <section aria-labelledby="to-show" className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="to-show" tabIndex={-1} className="title text-xl">
          {t('toShow.title')}
        </h2>
        <p className="flex items-center gap-1.5 text-muted text-sm">
          <LockKeyhole aria-hidden="true" className="size-3.5 shrink-0" />
          {t('toShow.only')}
        </p>
      </div>
      <ul className="flex flex-col gap-2.5">
        {thanks.map(({ id, way, words }) => {
          if (!way) return null;
          const did = words?.did ?? '';
          return (
            <RowCard
              key={id}
              as="li"
              level={3}
              tone="mine"
              icon={<WayIcon way={way} />}
              title={t(`ways.${way}`)}
              action={
                <Button
                  look="quiet"
                  size="small"
                  busy={busy}
                  aria-label={t('toShow.doneOf', { way: t(`ways.${way}`), did })}
                  onClick={() =>
                    void act(
                      'PUT',
                      `/api/thanks/${id}/showing`,
                      { way, isShown: true },
                      { focus: 'title', announce: t('toShow.said') },
                    )
                  }
                >
                  {t('toShow.done')}
                </Button>
              }
            >
              <p className="wrap-anywhere line-clamp-2" dir="auto">
                {t('toShow.for', { did })}
              </p>
            </RowCard>
          );
        })}
      </ul>
    </section>
  );
}
