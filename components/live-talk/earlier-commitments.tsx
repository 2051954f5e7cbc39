'use client';

import { useTranslations } from 'next-intl';
import { CommitmentCard } from '#components/talks/commitment-card';
import { isChanging } from '#lib/talks/rules';
import type { CommitmentView } from '#lib/talks/view';
import { useTalkContext } from './talk-context';

/** What was agreed to in earlier talks, raised again with other words for it: what became of it counts once both say the same. */
export function EarlierCommitments({ commitments }: { commitments: readonly CommitmentView[] }) {
  const t = useTranslations('live.commitments');
  const { talk, names, shared } = useTalkContext();
  const raised = commitments
    .filter(({ state, talkId, earlierId }) => (state === 'open' ? talkId !== talk.view.id : earlierId !== null))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue));
  if (raised.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="flex flex-col gap-2.5 pt-4">
      <h2 id="earlier" className="font-semibold text-muted text-sm">
        {t('label')}
      </h2>
      <ul className="flex flex-col gap-2.5">
        {raised.map((commitment) => (
          <CommitmentCard
            key={commitment.id}
            commitment={commitment}
            partnerName={names.partner}
            me={shared ? names.me : undefined}
            isChanging={isChanging(commitment, commitments)}
            talkId={talk.view.id}
          />
        ))}
      </ul>
    </section>
  );
}
