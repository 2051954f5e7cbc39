'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { feelingsOf } from '#components/feelings/words-of';
import { useToday } from '#components/plans/use-today';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { dayIn } from '#lib/clock';
import type { Wheel } from '#lib/feelings/wheel';
import { sayCalendarDay } from '#lib/i18n/when';
import type { EntryLine } from '#lib/journal/view';
import { useLocked } from './journal-door';

type Listed = { entries: EntryLine[]; next: string | null };

/** What I have written, the last first; earlier ones come on asking. */
export function EntryList({ first, wheel }: { first: Listed; wheel: Wheel }) {
  const t = useTranslations('journal.list');
  const { show } = useToast();
  const lock = useLocked();
  const [earlier, setEarlier] = useState<Listed | null>(null);
  const [busy, setBusy] = useState(false);
  const next = earlier ? earlier.next : first.next;
  const all = [...new Map([...first.entries, ...(earlier?.entries ?? [])].map((entry) => [entry.id, entry])).values()];
  const more = async () => {
    if (!next) return;
    setBusy(true);
    const sent = await send<Listed>('GET', `/api/entries?${new URLSearchParams({ before: next })}`);
    setBusy(false);
    if (sent.ok)
      setEarlier((before) => ({ entries: [...(before?.entries ?? []), ...sent.data.entries], next: sent.data.next }));
    else if (sent.failure.code === 'journal_locked') lock();
    else show(t('failed'), { tone: 'danger' });
  };
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-2.5">
        {all.map((entry) => (
          <EntryRow key={entry.id} entry={entry} wheel={wheel} />
        ))}
      </ul>
      {next && (
        <Button look="quiet" className="self-center" busy={busy} onClick={more}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function EntryRow({ entry: { id, form, begins, feelings, createdAt }, wheel }: { entry: EntryLine; wheel: Wheel }) {
  const t = useTranslations('journal');
  const format = useFormatter();
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const words = format.list(feelingsOf(wheel, feelings).map((word) => word.words));
  return (
    <Card as="li" tight className="relative flex items-center gap-3 hover:border-edge sm:px-5">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="text-muted text-sm">
          <time dateTime={createdAt} className="inline-block first-letter:uppercase">
            {sayCalendarDay(locale, dayIn(zone, new Date(createdAt)), today)}
          </time>
          {' · '}
          {t(`begin.${form}`)}
        </p>
        <h3>
          <Link
            href={`/feelings/journal/${id}`}
            prefetch={false}
            className="title written line-clamp-2 text-lg leading-snug no-underline after:absolute after:inset-0 after:rounded-card"
          >
            {words || begins || t('list.nameless')}
          </Link>
        </h3>
        {words && begins && (
          <p className="wrap-anywhere line-clamp-2 text-muted" dir="auto">
            {begins}
          </p>
        )}
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted max-[16rem]:hidden" />
    </Card>
  );
}
