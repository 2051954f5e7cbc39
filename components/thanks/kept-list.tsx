'use client';

import { CalendarClock, Ellipsis, LockKeyhole, MessagesSquare, PenLine, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { ConfirmDialog } from '#components/ui/dialog';
import { Menu } from '#components/ui/menu';
import { sayMoment } from '#lib/i18n/when';
import type { ThanksView } from '#lib/thanks/view';

/** What of mine waits to be given: for its time, for the talk, or for my hand. Nobody else finds it. */
export function KeptList({ thanks }: { thanks: ThanksView[] }) {
  const t = useTranslations('thanks.kept');
  if (thanks.length === 0) return null;
  return (
    <section aria-labelledby="kept" className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="kept" tabIndex={-1} className="title text-xl">
          {t('title')}
        </h2>
        <p className="flex items-center gap-1.5 text-muted text-sm">
          <LockKeyhole aria-hidden="true" className="size-3.5 shrink-0" />
          {t('only')}
        </p>
      </div>
      <ul className="flex flex-col gap-2.5">
        {thanks.map((one) => (
          <Kept key={one.id} thanks={one} />
        ))}
      </ul>
    </section>
  );
}

function Kept({ thanks: { id, words, waitsFor } }: { thanks: ThanksView }) {
  const t = useTranslations('thanks.kept');
  const form = useTranslations('thanks.form');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const router = useRouter();
  const { partnerName: name } = useLive();
  const { act, busy } = useAct();
  const [isDropping, setDropping] = useState(false);
  const did = words?.did ?? '';
  const path = `/api/thanks/${id}`;
  const isTimed = waitsFor !== null && waitsFor !== 'talk';
  return (
    <Card as="li" tight className="flex flex-col gap-3 border-mine border-dashed sm:px-5">
      <p className="written" dir="auto">
        {did}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Chip
          tone="mine"
          icon={
            isTimed ? (
              <CalendarClock aria-hidden="true" />
            ) : waitsFor ? (
              <MessagesSquare aria-hidden="true" />
            ) : (
              <LockKeyhole aria-hidden="true" />
            )
          }
        >
          <span className="inline-block first-letter:uppercase">
            {isTimed
              ? t('at', { when: sayMoment(locale, zone, new Date(waitsFor), now) })
              : t(waitsFor ? 'talk' : 'byHand')}
          </span>
        </Chip>
        <div className="ml-auto flex items-center gap-1">
          {name && (
            <Button
              look="quiet"
              size="small"
              busy={busy}
              aria-label={t('giveOf', { did })}
              onClick={() =>
                void act('PUT', `${path}/given`, undefined, { say: form('given', { name }), focus: 'title' })
              }
            >
              {t('give')}
            </Button>
          )}
          <Menu
            label={t('menu', { did })}
            trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
            triggerClassName="-mr-1.5 hover:bg-lifted"
            items={[
              {
                label: t('change'),
                icon: <PenLine aria-hidden="true" strokeWidth={1.75} />,
                onSelect: () => router.push(`/thanks/${id}/edit`),
              },
              {
                label: t('drop'),
                icon: <Trash2 aria-hidden="true" strokeWidth={1.75} />,
                danger: true,
                onSelect: () => setDropping(true),
              },
            ]}
          />
        </div>
      </div>
      <ConfirmDialog
        open={isDropping}
        onClose={() => setDropping(false)}
        title={t('dropTitle')}
        description={did}
        confirm={t('drop')}
        busy={busy}
        onConfirm={() => void act('DELETE', path, undefined, { focus: 'title', announce: t('dropped') })}
      />
    </Card>
  );
}
