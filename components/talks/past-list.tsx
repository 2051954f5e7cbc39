'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateLeaf } from '#components/plans/date-leaf';
import { useToday } from '#components/plans/use-today';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { type Day, dayIn } from '#lib/clock';
import { sayCalendarDay, sayMonth } from '#lib/i18n/when';
import type { NoteKind } from '#lib/talks/kinds';
import type { CommitmentView, TalkLine } from '#lib/talks/view';
import { TalkTitle } from './talk-head';
import { useDoerWords } from './use-doer-words';
import { useTalkFacts } from './use-talk-words';

type Listed = { talks: TalkLine[]; next: string | null };

function groupByMonth(talks: TalkLine[], zone: string): [string, TalkLine[]][] {
  const months = new Map<string, TalkLine[]>();
  for (const talk of talks) {
    const month = dayIn(zone, new Date(talk.begunAt)).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), talk]);
  }
  return [...months];
}

/** The talks that were held, by month, the last first; earlier ones come on asking. */
export function PastList({
  first,
  kind,
  partnerName,
}: {
  first: Listed;
  kind: NoteKind | undefined;
  partnerName: string | null;
}) {
  const t = useTranslations('talks.past');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const { show } = useToast();
  const [earlier, setEarlier] = useState<Listed | null>(null);
  const [busy, setBusy] = useState(false);
  const next = earlier ? earlier.next : first.next;
  const all = [...new Map([...(earlier?.talks ?? []), ...first.talks].map((talk) => [talk.id, talk])).values()].sort(
    (a, b) => (a.begunAt < b.begunAt ? 1 : a.begunAt === b.begunAt && a.id < b.id ? 1 : -1),
  );

  const more = async () => {
    if (!next) return;
    setBusy(true);
    const query = new URLSearchParams({ before: next, ...(kind && { kind }) });
    const sent = await send<Listed>('GET', `/api/talks?${query}`);
    setBusy(false);
    if (!sent.ok) {
      show(t('failed'), { tone: 'danger' });
      return;
    }
    const { talks, next: after } = sent.data;
    setEarlier((before) => ({ talks: [...(before?.talks ?? []), ...talks], next: after }));
  };
  return (
    <div className="flex flex-col gap-7">
      {groupByMonth(all, zone).map(([month, talks]) => (
        <section key={month} aria-labelledby={`month-${month}`} className="flex flex-col gap-2.5">
          <h2 id={`month-${month}`} className="title text-xl first-letter:uppercase">
            {sayMonth(locale, `${month}-01` as Day, today)}
          </h2>
          <ul className="flex flex-col gap-2.5">
            {talks.map((talk) => (
              <TalkCard key={talk.id} talk={talk} partnerName={partnerName} />
            ))}
          </ul>
        </section>
      ))}
      {next && (
        <Button look="quiet" className="self-center" busy={busy} onClick={more}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function TalkCard({ talk, partnerName }: { talk: TalkLine; partnerName: string | null }) {
  const t = useTranslations('talks');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const sayFacts = useTalkFacts();
  const day = dayIn(zone, new Date(talk.begunAt));
  const agreed = talk.commitments.filter(({ state, text }) => state !== 'offered' && text !== null);
  return (
    <Card as="li" tight className="relative flex flex-wrap items-center gap-x-4 gap-y-3 hover:border-edge">
      <DateLeaf day={day} tone={talk.form === 'evening' ? 'ours' : 'calm'} />
      <div className="flex min-w-[min(8rem,50%)] flex-1 flex-col items-start gap-1">
        <h3 className="max-w-full">
          <Link
            href={`/talk/${talk.id}`}
            className="title block text-lg leading-snug no-underline after:absolute after:inset-0"
          >
            <TalkTitle talk={talk} />
          </Link>
        </h3>
        <p className="wrap-anywhere text-muted text-sm">
          <span className="sr-only">{sayCalendarDay(locale, day, today)} · </span>
          {sayFacts(talk)}
        </p>
        {talk.asksMe && <Chip tone="ours">{t('past.asksMe')}</Chip>}
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted max-[16rem]:hidden" />
      {agreed.length > 0 && (
        <ul className="flex w-full flex-col gap-3.5 border-line border-t pt-3.5">
          {agreed.map((commitment) => (
            <AgreedLine key={commitment.id} commitment={commitment} partnerName={partnerName} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What somebody said they would do: by whom, and what became of it. */
function AgreedLine({
  commitment: { text, doer, outcome },
  partnerName,
}: {
  commitment: CommitmentView;
  partnerName: string | null;
}) {
  const t = useTranslations('talks');
  const name = partnerName ?? t('gone');
  const sayDoer = useDoerWords({ name });
  return (
    <li className="flex flex-col items-start gap-1.5">
      <p className="written" dir="auto">
        {text}
      </p>
      <p className="flex flex-wrap gap-2">
        <Chip>{sayDoer(doer)}</Chip>
        {outcome && <Chip tone={outcome === 'kept' ? 'calm' : 'sunk'}>{t(`commitments.outcomes.${outcome}`)}</Chip>}
      </p>
    </li>
  );
}
