'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { Shown } from '#components/live/shown';
import { classes } from '#components/ui/classes';
import { useToast } from '#components/ui/toast';
import type { LiveView, Who } from '#lib/talks/live/view';
import { AskedToEnd } from './asked-to-end';
import { AskedToShare } from './asked-to-share';
import { Break } from './break';
import { nearnessOf } from './clock';
import { Countdown } from './countdown';
import { deedsOf, speakerOf } from './floor';
import { HandOver } from './hand-over';
import { MomentBody, type TalkWords } from './moment-body';
import { useMomentWords } from './moment-words';
import { Levels, Question } from './question';
import { SayHere } from './say-here';
import { SumUp } from './sum-up';
import { type CircleWords, TalkCircles } from './talk-circles';
import { TalkProvider, useTalkContext } from './talk-context';
import { TopRow } from './top-row';
import { useHands } from './use-hands';
import { useNewMoment } from './use-new-moment';
import { type Talk, useTalk } from './use-talk';
import { useWakeLock } from './use-wake-lock';

/** A talk under way, on the whole screen: the two circles, whose turn it is, the time, and the words needed now. */
export function LiveTalk({
  initial,
  name,
  partnerName,
  words,
}: {
  initial: LiveView;
  name: string;
  partnerName: string;
  words: TalkWords;
}) {
  const talk = useTalk(initial);
  useOwnWords(talk.view);
  const hands = useHands(talk.view);
  const names = { me: name, partner: partnerName };
  useWakeLock(talk.view.phase !== 'ended' && !talk.view.pause);
  useLeave(talk);
  return (
    <TalkProvider talk={talk} names={names} reader={hands.reader}>
      <div
        data-acts-below
        className="@container mx-auto flex min-h-dvh w-full max-w-xl flex-col px-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))] sm:px-8"
      >
        <Shown id={initial.id} />
        <Shown id="commitment" />
        <TopRow />
        {hands.handTo ? (
          <HandOver to={hands.handTo} name={names[hands.handTo]} onTaken={hands.take} />
        ) : (
          <Moment words={words} isHandedOver={hands.wasTaken} />
        )}
      </div>
    </TalkProvider>
  );
}

/** What was brought has changed: my own notes for it are the page's to read, and another device of mine may have written them. */
function useOwnWords({ matters }: LiveView): void {
  const { refresh } = useLive();
  const brought = matters.map(({ id, title }) => `${id} ${title}`).join();
  const shown = useRef(brought);
  useEffect(() => {
    if (shown.current === brought) return;
    shown.current = brought;
    void refresh();
  }, [brought, refresh]);
}

/** Where the talk is not under way any more, there is nothing to look at here. */
function useLeave({ gone }: Talk): void {
  const t = useTranslations('live.gone');
  const router = useRouter();
  const { show } = useToast();
  useEffect(() => {
    if (!gone) return;
    show(t(gone));
    router.replace('/talk');
  }, [gone, router, show, t]);
}

/** How wide the circles are: smaller where words are what matters. */
const isSmall = ({ phase, pause, step }: LiveView) =>
  !pause && (phase === 'question' || phase === 'choose' || (phase === 'open' && step === 'write'));

function Moment({ words, isHandedOver }: { words: TalkWords; isHandedOver: boolean }) {
  const { talk } = useTalkContext();
  const { view } = talk;
  const { title, isInCircles, guide } = useMomentWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const isQuestion = view.phase === 'question' && !view.pause && view.question !== null;
  const spoken = isQuestion ? `${title} ${view.question?.words}` : title;
  useNewMoment(`${view.moment}:${view.phase}:${view.question?.id ?? ''}`, spoken, heading, isHandedOver);
  const isOver = view.phase === 'ended';
  const small = isSmall(view);
  const hasTime = !isOver && view.phase !== 'consent';
  return (
    <>
      <div className={classes('flex flex-col', small ? 'pt-5' : 'pt-7 sm:pt-9')}>
        <Circles small={small} />
      </div>
      <div className={classes('flex flex-col gap-2 pt-4 text-center', isOver && 'pt-8')}>
        {isInCircles && hasTime && !isQuestion && <Countdown faint={view.phase === 'confirming'} />}
        {isQuestion && <Levels />}
        <h1
          id="title"
          ref={heading}
          tabIndex={-1}
          className={classes(
            'title wrap-anywhere',
            // Where text is so large that the circles cannot hold it, it stands here.
            isInCircles && !isQuestion ? 'sr-only text-xl @max-[17rem]:not-sr-only' : 'text-3xl',
            isQuestion && 'py-4',
          )}
        >
          {isQuestion ? <Question>{title}</Question> : title}
        </h1>
        {guide && <p className="mx-auto max-w-sm text-muted">{guide}</p>}
        {(!isInCircles || isQuestion) && hasTime && <Countdown quiet={!view.pause} />}
      </div>
      <div className="mx-auto flex w-full max-w-md flex-col gap-5 pt-6">
        <MomentBody words={words} />
      </div>
      {!isOver && <QuietLine />}
      <Asked />
    </>
  );
}

function Circles({ small }: { small: boolean }) {
  const t = useTranslations('live.circles');
  const { talk, shared, call } = useTalkContext();
  const { view } = talk;
  const deeds = deedsOf(view);
  const speaker = view.pause ? null : speakerOf(view);
  const isAsked = !view.holder || view.pause !== null;
  const circleOf = (who: Who): CircleWords => {
    const deed = deeds[who];
    const look = isAsked ? (view.marks[who] ? 'speaks' : 'rests') : speaker === who ? 'speaks' : 'listens';
    return {
      name: call(who),
      does: deed ? t(`${deed}.${who === 'me' && !shared ? 'you' : 'other'}`) : undefined,
      look,
    };
  };
  return (
    <TalkCircles
      circles={{ me: circleOf('me'), partner: circleOf('partner') }}
      nearness={nearnessOf(view)}
      isOver={view.phase === 'ended'}
      small={small}
    />
  );
}

/** What the other asks meanwhile, below everything that may be pressed: nothing moves by it. */
function Asked() {
  return (
    <div role="status" className="mx-auto flex w-full max-w-md flex-col gap-3 pt-4">
      <SayHere />
      <AskedToShare />
      <AskedToEnd />
    </div>
  );
}

/** What may be done at any time, and never asks for it. */
function QuietLine() {
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-1 pt-4">
      <SumUp />
      <Break />
    </div>
  );
}
