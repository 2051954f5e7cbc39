import { Gift, HeartHandshake } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PlanKind } from '#lib/plans/kinds';

const kinds = [
  {
    kind: 'together',
    text: 'togetherText',
    alone: 'togetherTextAlone',
    Icon: HeartHandshake,
    look: 'bg-ours-tint text-ours',
  },
  {
    kind: 'surprise',
    text: 'surpriseText',
    alone: 'surpriseTextAlone',
    Icon: Gift,
    look: 'bg-theirs-tint text-theirs',
  },
] as const;

/** The address of the form for a new plan of a kind, with what it comes from. */
export function newPlanHref(kind: PlanKind, from: Record<string, string | undefined> = {}): string {
  const params = new URLSearchParams({ kind });
  for (const [name, value] of Object.entries(from)) if (value) params.set(name, value);
  return `/plans/new?${params}`;
}

/** The two kinds of plan, each with a line of what it is. */
export function KindChoice({
  partnerName,
  from,
}: {
  partnerName: string | null;
  from?: Record<string, string | undefined>;
}) {
  const t = useTranslations('plans.new');
  return (
    <ul className="flex flex-col gap-2.5">
      {kinds.map(({ kind, text, alone, Icon, look }) => (
        <li key={kind}>
          <Link
            href={newPlanHref(kind, from)}
            className="flex items-center gap-4 rounded-lg border border-line p-4 no-underline transition-colors duration-150 hover:border-edge hover:bg-lifted"
          >
            <span
              aria-hidden="true"
              className={`inline-flex size-11 shrink-0 items-center justify-center rounded-full ${look}`}
            >
              <Icon strokeWidth={1.75} className="size-5.5" />
            </span>
            <span className="wrap-anywhere min-w-0">
              <span className="title block text-lg leading-snug">{t(kind)}</span>
              <span className="block text-muted text-sm">
                {partnerName ? t(text, { name: partnerName }) : t(alone)}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
