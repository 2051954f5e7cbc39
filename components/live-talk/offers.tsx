'use client';

import { useTranslations } from 'next-intl';
import { CommitmentCard } from '#components/talks/commitment-card';
import { CommitmentForm } from '#components/talks/commitment-form';
import { useOpened } from '#components/talks/use-opened';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { CommitmentView } from '#lib/talks/view';
import { useTalkContext } from './talk-context';

/** What one asked the other for in this talk, and what the other says to it; and for who has the word, writing it down. */
export function Offers({ commitments }: { commitments: readonly CommitmentView[] }) {
  const t = useTranslations('live.offer');
  const { talk, reader, shared, names } = useTalkContext();
  const { view } = talk;
  const form = useOpened();
  const me = shared ? names.me : undefined;
  const ofTalk = commitments.filter(({ talkId, state }) => talkId === view.id && state !== 'settled');
  // Only what is mine can be written down here: on one phone the other writes on the own one.
  const mayWrite = view.phase === 'turn' && view.holder === 'me' && reader === 'me';
  return (
    <div className="flex flex-col gap-3">
      {ofTalk.length > 0 && (
        <ul aria-label={t('label')} className="flex flex-col gap-3">
          {ofTalk.map((commitment) => (
            <CommitmentCard
              key={commitment.id}
              commitment={commitment}
              partnerName={names.partner}
              me={me}
              isFirst={view.holder !== 'me'}
              isNew
            />
          ))}
        </ul>
      )}
      {mayWrite &&
        (form.isOpen ? (
          <Card as="div">
            <CommitmentForm talkId={view.id} names={{ name: names.partner, me }} onClose={form.close} />
          </Card>
        ) : (
          <Button
            ref={form.button}
            look="quiet"
            className={shared ? 'self-stretch' : 'self-center'}
            onClick={form.open}
          >
            {t('write')}
          </Button>
        ))}
    </div>
  );
}
