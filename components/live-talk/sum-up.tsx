'use client';

import { useTranslations } from 'next-intl';
import { ActButton } from './act-button';
import { TheyHave } from './agreed-act';
import { useTalkContext } from './talk-context';

/** Leaves the matter for its summary, once both would like to. */
export function SumUp() {
  const t = useTranslations('live');
  const { talk, shared, names } = useTalkContext();
  const { phase, pause, marks } = talk.view;
  const name = names.partner;
  if (phase !== 'speaking' || pause) return null;
  if (marks.me && !shared) {
    return (
      <p className="flex basis-full flex-wrap items-center justify-center text-center text-muted text-sm">
        {t('sumUp.mine', { name })}
        <ActButton name="unyes" look="plain" size="small">
          {t('marks.takeBack')}
        </ActButton>
      </p>
    );
  }
  const isAsked = marks.partner && !shared;
  return (
    <>
      <ActButton
        name="yes"
        look={isAsked ? 'quiet' : 'plain'}
        size="small"
        className={isAsked ? undefined : 'font-normal!'}
      >
        {t('acts.sumUp')}
      </ActButton>
      <TheyHave className="order-last basis-full">{t('sumUp.theirs', { name })}</TheyHave>
    </>
  );
}
