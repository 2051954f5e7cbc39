'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from '#components/ui/classes';
import { ActButton, Acts } from './act-button';
import { AgreedAct, TheyHave } from './agreed-act';
import { useTalkContext } from './talk-context';

const levels = ['light', 'warm', 'deep'] as const;

/** The three levels of an evening, and which one it is. */
export function Levels() {
  const t = useTranslations('live');
  const { talk } = useTalkContext();
  const { step } = talk.view;
  return (
    <ol aria-label={t('evening.levels')} className="flex flex-wrap justify-center gap-1.5">
      {levels.map((level) => {
        const isNow = level === step;
        return (
          <li
            key={level}
            aria-current={isNow ? 'step' : undefined}
            className={classes(
              'rounded-full px-3 py-1 text-sm',
              isNow ? 'bg-ours-tint font-semibold text-ours' : 'text-muted',
            )}
          >
            {t(`steps.${level}`)}
          </li>
        );
      })}
    </ol>
  );
}

/** A question of the evening, large enough to be read aloud from a table. */
export function Question({ children }: { children: ReactNode }) {
  const { talk } = useTalkContext();
  const { question } = talk.view;
  if (!question) return null;
  return (
    <span key={question.id} className="wrap-anywhere block animate-arrive text-3xl sm:text-4xl">
      {question.words}
      <span className="sr-only"> {children}</span>
    </span>
  );
}

/** On to the next question, or together to the next level. */
export function QuestionActs() {
  const t = useTranslations('live');
  const { talk, names, shared } = useTalkContext();
  const { step, question, marks } = talk.view;
  const onward = t(step === 'light' ? 'acts.toWarm' : step === 'warm' ? 'acts.toDeep' : 'acts.toClose');
  if (!question) return <AgreedAct label={onward} />;
  const isWaiting = marks.me && !shared;
  return (
    <div className="flex flex-col gap-3">
      <Acts>
        <ActButton name="nextQuestion" size="large">
          {t('acts.next')}
        </ActButton>
        <ActButton name="yes" look="quiet" size="large">
          {onward}
        </ActButton>
      </Acts>
      {isWaiting && (
        <div className="flex flex-wrap items-center justify-center gap-x-2 text-center">
          <p className="text-muted text-sm">{t('marks.mine.on', { name: names.partner })}</p>
          <ActButton name="unyes" look="plain" size="small">
            {t('marks.takeBack')}
          </ActButton>
        </div>
      )}
      <TheyHave>{t('evening.wantsOn', { name: names.partner, level: onward })}</TheyHave>
    </div>
  );
}
