'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { Asked, LibraryEntry } from './library';
import { LineCard, StateChip } from './prompt-lines';

/** One question of the library: to be asked, or, when it was put before, leading to where it stands. */
export function LibraryQuestion({
  entry,
  asked,
  partnerName,
  busy,
  onAsk,
}: {
  entry: LibraryEntry;
  asked: Asked[string] | undefined;
  partnerName: string | null;
  busy: boolean;
  onAsk: () => void;
}) {
  const t = useTranslations('prompts');
  const { words, topic, depth } = entry;
  const kind = t('kind', { topic: t(`topics.${topic}`), depth: t(`depths.${depth}`) });
  if (asked) {
    return (
      <LineCard
        href={`/questions/${asked.id}`}
        words={words}
        kind={kind}
        chip={<StateChip state={asked.state} partnerName={partnerName} />}
      />
    );
  }
  return (
    <Card as="li" tight className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <div className="flex min-w-[min(13rem,100%)] flex-1 flex-col gap-1.5">
        <p className="title text-lg leading-snug">{words}</p>
        <p className="text-muted text-sm">{kind}</p>
      </div>
      <Button
        look="quiet"
        size="small"
        busy={busy}
        aria-label={t('library.askLabel', { words })}
        onClick={onAsk}
        className="ml-auto"
      >
        {t('library.ask')}
      </Button>
    </Card>
  );
}
