'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ThanksView } from '#lib/thanks/view';
import { MomentCircles } from './moment-circles';
import { ThanksWords } from './thanks-words';

/** A thank-you on the whole screen, and nothing beside it. */
export function Moment({
  thanks,
  name,
  above,
  children,
}: {
  thanks: ThanksView;
  /** The other's. */
  name: string;
  /** Where it comes from, or the way back. */
  above?: ReactNode;
  /** What may be done with it. */
  children: ReactNode;
}) {
  const t = useTranslations('thanks');
  const { id, kind, by, answer, isReceived } = thanks;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is another moment
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  const isMine = by === 'me';
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col items-center px-6 pt-5 pb-[calc(1.5rem+env(safe-area-inset-bottom))] sm:px-8">
      <div className="flex min-h-11 w-full items-center text-muted text-sm">{above}</div>
      <div className="my-auto flex w-full flex-col items-center gap-6 py-4 sm:gap-7 sm:py-6">
        <MomentCircles />
        <h1
          ref={heading}
          tabIndex={-1}
          className={`wrap-anywhere text-center font-semibold ${isMine ? 'text-mine' : 'text-theirs'}`}
        >
          {t(`moment.${kind}${isMine ? 'Mine' : ''}`, { name })}
        </h1>
        <div className="w-full animate-arrive">
          <ThanksWords thanks={thanks} name={name} large />
        </div>
        {answer && (
          <div className={`w-full border-l-[3px] py-0.5 pl-4 ${isMine ? 'border-theirs' : 'border-mine'}`}>
            <p className="wrap-anywhere font-semibold text-muted text-sm">{isMine ? name : t('moment.yourAnswer')}</p>
            {answer.text ? (
              <p className="written" dir="auto">
                {answer.text}
              </p>
            ) : (
              <p className="text-muted italic">{t('list.answerGone')}</p>
            )}
          </div>
        )}
        {isMine && isReceived && !answer && (
          <p className="wrap-anywhere text-center text-muted text-sm">{t('list.received', { name })}</p>
        )}
      </div>
      <div className="flex w-full max-w-md flex-col items-center gap-3">{children}</div>
    </div>
  );
}
