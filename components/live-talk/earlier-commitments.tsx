'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import type { CommitmentView } from '#lib/talks/view';
import { OfferForm } from './offers';
import { useTalkContext } from './talk-context';
import { useDoerWords } from './use-doer-words';

/** What was agreed to in earlier talks, raised again: what became of it counts once both say the same. */
export function EarlierCommitments({ commitments }: { commitments: readonly CommitmentView[] }) {
  const t = useTranslations('live.commitments');
  const { talk } = useTalkContext();
  const raised = commitments
    .filter(({ state, talkId }) => state === 'open' && talkId !== talk.view.id)
    .sort((a, b) => Number(b.isDue) - Number(a.isDue));
  if (raised.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="flex flex-col gap-2.5 pt-4">
      <h2 id="earlier" className="font-semibold text-muted text-sm">
        {t('label')}
      </h2>
      <ul className="flex flex-col gap-2.5">
        {raised.map((commitment) => (
          <Earlier
            key={commitment.id}
            commitment={commitment}
            isChanging={commitments.some(({ earlierId, state }) => earlierId === commitment.id && state === 'offered')}
          />
        ))}
      </ul>
    </section>
  );
}

function Earlier({ commitment, isChanging }: { commitment: CommitmentView; isChanging: boolean }) {
  const t = useTranslations('live.commitments');
  const { act, busy } = useAct();
  const { names, shared, talk } = useTalkContext();
  const [isOpen, setOpen] = useState(false);
  const { id, text, doer, isDue, said } = commitment;
  const name = names.partner;
  const sayDoer = useDoerWords();
  const say = (outcome: 'kept' | 'letgo') => void act('PUT', `/api/commitments/${id}/outcome`, { outcome });
  const lookOf = (outcome: 'kept' | 'letgo') => (said?.outcome === outcome && said.by === 'me' ? 'primary' : 'quiet');
  return (
    <Card as="li" tight className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={doer === 'me' ? 'mine' : doer === 'partner' ? 'theirs' : 'ours'}>{sayDoer(doer)}</Chip>
        {isDue && <span className="text-muted text-sm">{t('due')}</span>}
      </div>
      <p className="written font-medium" dir="auto">
        {text ?? t('gone')}
      </p>
      {isOpen ? (
        <>
          <p className="text-muted text-sm">{t('changeText', { name })}</p>
          <OfferForm talkId={talk.view.id} earlier={commitment} onClose={() => setOpen(false)} />
        </>
      ) : (
        <div className="flex flex-wrap gap-2">
          {(['kept', 'letgo'] as const).map((outcome) => (
            <Button
              key={outcome}
              size="small"
              look={lookOf(outcome)}
              aria-pressed={said?.by === 'me' && said.outcome === outcome}
              busy={busy}
              onClick={() => say(outcome)}
            >
              {t(`outcomes.${outcome}`)}
            </Button>
          ))}
          {!isChanging && (
            <Button size="small" look="plain" onClick={() => setOpen(true)}>
              {t('outcomes.changed')}
            </Button>
          )}
        </div>
      )}
      {said && said.outcome !== 'changed' && (
        <p className="text-muted text-sm">
          {said.by === 'me'
            ? t(shared ? 'saidOne' : 'saidMine', { outcome: said.outcome, name, me: names.me })
            : t(shared ? 'saidTheirsOne' : 'saidTheirs', { outcome: said.outcome, name, me: names.me })}
        </p>
      )}
      {isChanging && <p className="text-muted text-sm">{t('changing')}</p>}
    </Card>
  );
}
