'use client';

import { useTranslations } from 'next-intl';
import { stepsOf } from '#lib/talks/kinds';
import { shareOf } from './clock';
import { useTalkContext } from './talk-context';
import { useServerNow } from './use-server-now';

/** How often the step's share is drawn anew, in ms. */
const drawnEvery = 5000;

/** How far the talk has come: a thin line a step, the one of now filled as far as its time has gone. */
export function Segments() {
  const t = useTranslations('live');
  const { talk } = useTalkContext();
  const { view } = talk;
  const now = useServerNow(talk, () => (view.pause || view.phase === 'ended' ? null : drawnEvery));
  const steps = stepsOf[view.form];
  const isOver = view.phase === 'ended';
  return (
    <>
      <p className="sr-only">{t('progress', { n: view.stepIndex + 1, count: steps.length })}</p>
      <div aria-hidden="true" className="flex gap-1.5">
        {steps.map(({ step }, index) => {
          const isDone = isOver || index < view.stepIndex;
          const share = isDone ? 1 : index === view.stepIndex ? Math.max(0.08, shareOf(view, now)) : 0;
          return (
            <svg
              key={step}
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              role="presentation"
              className="h-1 flex-1 rounded-full bg-line"
            >
              <rect width={share * 100} height="4" className="fill-ours forced-colors:fill-[Highlight]" />
            </svg>
          );
        })}
      </div>
    </>
  );
}
