import { ChevronRight, LockKeyhole } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { sayWhen } from '#lib/i18n/when';
import type { Depth, Topic } from '#lib/prompts/kinds';
import type { PromptState } from '#lib/prompts/rules';
import type { PromptLine } from '#lib/prompts/view';

const tones = {
  closed: 'sunk',
  open: 'sunk',
  sealed: 'theirs',
  waiting: 'mine',
  revealed: 'ours',
  kept: 'calm',
  swapped: 'sunk',
} as const;

/** Questions in a list; each leads to its own page. */
export function PromptLines({ lines, partnerName }: { lines: PromptLine[]; partnerName: string | null }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {lines.map((line) => (
        <PromptLineCard key={line.id} line={line} partnerName={partnerName} />
      ))}
    </ul>
  );
}

function PromptLineCard({ line, partnerName }: { line: PromptLine; partnerName: string | null }) {
  const t = useTranslations('prompts');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const { id, state, depth, askedBy, revealedAt } = line;
  const topic = t(`topics.${line.topic as Topic}`);
  const words = state === 'closed' ? t('line.closed', { topic }) : (line.words ?? t('line.noWords'));
  const kind = t('kind', { topic, depth: t(`depths.${depth as Depth}`) });
  const begun = revealedAt
    ? t('reveal.at', { when: sayWhen(locale, timeZone, revealedAt, now) })
    : askedBy && t(`askedBy.${askedBy}`, { name: partnerName ?? t('partner') });
  return (
    <LineCard
      href={`/questions/${id}`}
      words={words}
      kind={begun ? `${begun} · ${kind}` : kind}
      chip={state !== 'revealed' && state !== 'kept' && <StateChip state={state} partnerName={partnerName} />}
    />
  );
}

/** Where a question stands: the same words and colour wherever it is listed. */
export function StateChip({ state, partnerName }: { state: PromptState; partnerName: string | null }) {
  const t = useTranslations('prompts');
  return (
    <Chip tone={tones[state]} icon={(state === 'sealed' || state === 'waiting') && <LockKeyhole aria-hidden="true" />}>
      {t(`states.${state}`, { name: partnerName ?? t('partner') })}
    </Chip>
  );
}

/** One question as a link, with what it is about and where it stands. */
export function LineCard({ href, words, kind, chip }: { href: string; words: string; kind: string; chip?: ReactNode }) {
  return (
    <Card as="li" tight className="relative flex items-center gap-3 hover:border-edge">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
        <Link href={href} className="title written text-lg leading-snug no-underline after:absolute after:inset-0">
          {words}
        </Link>
        <p className="wrap-anywhere flex max-w-full flex-wrap items-center gap-x-2.5 gap-y-1.5 text-muted text-sm">
          {chip}
          {kind}
        </p>
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
    </Card>
  );
}
