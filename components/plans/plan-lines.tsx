import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import type { Day } from '#lib/clock';
import { sayCalendarDay } from '#lib/i18n/when';
import type { PlanLine } from '#lib/plans/view';
import { DateLeaf } from './date-leaf';
import { PlannedWhen } from './planned-when';
import { PlanChip } from './state-chip';
import { UnopenedPlan } from './surprise-rows';
import { useToday } from './use-today';

const leafTones = {
  draft: 'sunk',
  sealed: 'sealed',
  teased: 'sealed',
  proposed: 'sunk',
  later: 'sunk',
  planned: 'ours',
  lived: 'calm',
  letgo: 'sunk',
} as const;

/** Plans in a list, each leading to its own page. */
export function PlanLines({
  lines,
  partnerName,
  fresh,
  chipless,
}: {
  lines: PlanLine[];
  partnerName: string | null;
  /** Surprises that opened lately. */
  fresh?: ReadonlySet<string>;
  /** Where the list says already where they stand. */
  chipless?: boolean;
}) {
  return (
    <ul className="flex flex-col gap-2.5">
      {lines.map((line) => {
        const row = <PlanRow key={line.id} line={line} partnerName={partnerName} chipless={chipless} />;
        if (!partnerName || !fresh?.has(line.id)) return row;
        return (
          <UnopenedPlan key={line.id} id={line.id} name={partnerName}>
            {row}
          </UnopenedPlan>
        );
      })}
    </ul>
  );
}

function PlanRow({ line, partnerName, chipless }: { line: PlanLine; partnerName: string | null; chipless?: boolean }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const today = useToday();
  const { state, laterUntil, isTeased } = line;
  return (
    <PlanCard line={line}>
      {!chipless && <PlanChip plan={line} partnerName={partnerName} />}
      {state === 'sealed' && isTeased && <Chip>{t('chips.teasedMine', { name: partnerName ?? t('partner') })}</Chip>}
      {laterUntil && <span>{t('list.back', { day: sayCalendarDay(locale, laterUntil, today) })}</span>}
    </PlanCard>
  );
}

/** One plan as a link: its day as a leaf, what it is, when, and where it stands. */
export function PlanCard({
  line,
  day,
  aside,
  below,
  children,
}: {
  line: PlanLine;
  /** Instead of the day it was planned for: the one on which it was lived. */
  day?: Day | null;
  /** Below, of its own: what may be done with it here. */
  aside?: ReactNode;
  /** Across the whole card, under the rest. */
  below?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('plans');
  const { id, title, state, when } = line;
  const shown = day === undefined ? when : day && { day, time: null, minutes: null };
  return (
    <Card as="li" tight className="relative flex flex-wrap items-center gap-x-4 gap-y-3 hover:border-edge">
      <DateLeaf day={shown?.day ?? null} tone={leafTones[state]} />
      <div className="flex min-w-[min(8rem,50%)] flex-1 flex-col items-start gap-1">
        <h3 className="max-w-full">
          <Link
            href={`/plans/${id}`}
            className="title written block text-lg leading-snug no-underline after:absolute after:inset-0"
          >
            {title ?? t('noTitle')}
          </Link>
        </h3>
        <p className="text-muted text-sm">
          <PlannedWhen when={shown} besideLeaf={shown !== null} />
        </p>
        {children && (
          <div className="wrap-anywhere flex max-w-full flex-wrap items-center gap-x-2.5 gap-y-1.5 pt-0.5 text-muted text-sm">
            {children}
          </div>
        )}
      </div>
      {aside ?? <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted max-[16rem]:hidden" />}
      {below && <div className="w-full">{below}</div>}
    </Card>
  );
}
