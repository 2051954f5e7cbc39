'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from '#components/ui/classes';
import { stepsOf } from '#lib/talks/kinds';
import { ActButton, Acts } from './act-button';
import { useTalkContext } from './talk-context';

/** To what a yes of this moment is: to be able to listen, or back; to end; to go on. */
function useAsked(): 'yes' | 'on' | 'end' {
  const { phase, pause, step, form } = useTalkContext().talk.view;
  if (phase === 'gather' || phase === 'consent' || pause) return 'yes';
  return phase === 'open' && stepsOf[form].at(-1)?.step === step ? 'end' : 'on';
}

/** That the other has said yes already, below what may be done: its line is always there, so that nothing moves by it. */
export function TheyHave({ className, children }: { className?: string; children?: ReactNode }) {
  const t = useTranslations('live.marks.theirs');
  const { talk, shared, names } = useTalkContext();
  const asked = useAsked();
  const { marks } = talk.view;
  if (shared) return null;
  return (
    <p className={classes('min-h-lh text-center font-medium text-sm text-theirs', className)}>
      {marks.partner && !marks.me && (children ?? t(asked, { name: names.partner }))}
    </p>
  );
}

/**
 * What it takes both for: my yes, what the other has said already, and how to take mine back. On one phone one yes is of
 * both, and there is nothing to wait for.
 */
export function AgreedAct({
  label,
  look = 'primary',
  children,
}: {
  label: string;
  look?: 'primary' | 'quiet';
  /** What else may be done instead, while I have not said yes. */
  children?: ReactNode;
}) {
  const t = useTranslations('live.marks');
  const { talk, shared, names } = useTalkContext();
  const { marks } = talk.view;
  const asked = useAsked();
  const name = names.partner;
  if (marks.me && !shared) {
    return (
      <div className="flex flex-col items-center gap-1 text-center">
        <p className="text-muted">{t(`mine.${asked}`, { name })}</p>
        <ActButton name="unyes" look="plain">
          {t('takeBack')}
        </ActButton>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Acts>
        <ActButton name="yes" look={look} size="large">
          {label}
        </ActButton>
        {children}
      </Acts>
      <TheyHave />
    </div>
  );
}
