'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '#components/live/use-act';
import { WrittenText } from '#components/prompts/written';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { BidView } from '#lib/bids/view';
import { AnswerAt } from './answer-at';
import { AnswerCannot } from './answer-cannot';
import { BidIcon } from './bid-icon';
import { useSayWhen } from './use-say-when';

const headingId = 'their-bid';

/** What my partner asks for, and my honest answer. */
export function BidRow({ bid, partnerName: name, isFirst }: { bid: BidView; partnerName: string; isFirst?: boolean }) {
  const t = useTranslations('bids');
  const sayWhen = useSayWhen();
  const { act, busy } = useAct();
  const [opened, setOpened] = useState<'at' | 'cannot' | null>(null);
  const [isChanging, setChanging] = useState(false);
  const { answer } = bid;
  const when = answer?.when ? sayWhen(answer.when) : '';
  const asks = !answer || isChanging;
  const done = () => {
    setOpened(null);
    setChanging(false);
    document.getElementById(headingId)?.focus({ preventScroll: true });
  };
  const path = `/api/bids/${bid.id}/answer`;
  return (
    <Card aria-labelledby={headingId} tight tone={answer ? 'surface' : 'theirs'} className="flex flex-col gap-3 sm:p-5">
      <div className="flex items-center gap-3">
        <span
          aria-hidden="true"
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-theirs text-on-fill"
        >
          <BidIcon kind={bid.kind} className="size-5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 id={headingId} tabIndex={-1} className="wrap-anywhere font-semibold">
            {t(`asks.${bid.kind}`, { name })}
          </h2>
          {answer && (
            <p className="text-muted text-sm">
              {answer.answer === 'cannot'
                ? t(when ? 'said.cannotAt' : 'said.cannot', { when })
                : t(`said.${answer.answer}`, { when })}
            </p>
          )}
        </div>
      </div>
      {answer?.text && !isChanging && <WrittenText whose="mine">{answer.text}</WrittenText>}
      {answer && !isChanging && (
        <Button look="plain" size="small" className="-my-1 self-end" onClick={() => setChanging(true)}>
          {t('otherwise')}
        </Button>
      )}
      {asks && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons
        <div role="group" aria-label={t('answer.label')} className="flex flex-wrap gap-2">
          <Button
            look={isFirst ? 'primary' : 'quiet'}
            busy={busy}
            onClick={async () => {
              const sent = await act('PUT', path, { answer: 'now' }, { say: t('told', { name }) });
              if (sent?.ok) done();
            }}
          >
            {t('answer.now')}
          </Button>
          {(['at', 'cannot'] as const).map((way) => (
            <Button key={way} look="quiet" onClick={() => setOpened(way)}>
              {t(`answer.${way}`)}
            </Button>
          ))}
        </div>
      )}
      <AnswerAt path={path} name={name} open={opened === 'at'} onClose={() => setOpened(null)} onDone={done} />
      <AnswerCannot
        bidId={bid.id}
        path={path}
        name={name}
        open={opened === 'cannot'}
        onClose={() => setOpened(null)}
        onDone={done}
      />
    </Card>
  );
}
