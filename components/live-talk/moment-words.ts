import { useTimeZone, useTranslations } from 'next-intl';
import { timeIn } from '#lib/clock';
import type { LiveView } from '#lib/talks/live/view';
import { deedsOf, otherThan, speakerOf } from './floor';
import { useTalkContext } from './talk-context';
import { useServerNow } from './use-server-now';

export type MomentWords = {
  /** What this moment is, in one sentence: the heading, and what is said to those who listen. */
  title: string;
  /** The circles show it in words already: the heading is there for those who listen. */
  isInCircles: boolean;
  /** One line of how. */
  guide: string | null;
};

/** By which guidance a moment goes where somebody has the word. */
function guideOf({ phase, step }: LiveView) {
  if (phase === 'speaking' || phase === 'paraphrasing' || phase === 'confirming' || phase === 'question') return phase;
  if (step === 'thanks' || step === 'right' || step === 'ask') return step;
  return 'round';
}

/** The words needed now, and no more. */
export function useMomentWords(): MomentWords {
  const t = useTranslations('live');
  const zone = useTimeZone() ?? 'UTC';
  const { talk, reader, shared, call, otherName } = useTalkContext();
  const { view } = talk;
  const { phase, holder, pause, form, question } = view;

  const now = useServerNow(talk, (at) => (pause && at < pause.until ? pause.until - at : null));
  if (pause) {
    const isOver = now >= pause.until;
    return {
      title: t('titles.pause', { time: timeIn(zone, new Date(pause.until)) }),
      isInCircles: false,
      guide: t(isOver ? 'guide.pauseOver' : 'guide.pause'),
    };
  }
  if (phase === 'question' && !question) {
    return { title: t('titles.questionsOver'), isInCircles: false, guide: t('guide.questionsOver') };
  }
  if (holder) {
    const deeds = deedsOf(view);
    const does = (who: 'me' | 'partner') => {
      const deed = deeds[who] ?? 'listen';
      return t(`circles.${deed}.${who === 'me' && !shared ? 'you' : 'other'}`);
    };
    const speaker = speakerOf(view) ?? holder;
    const other = otherThan(speaker);
    const whose = holder === reader ? 'mine' : 'theirs';
    return {
      title: t('sentence', { one: call(speaker), does: does(speaker), other: call(other), otherDoes: does(other) }),
      isInCircles: true,
      guide: t(`guide.${guideOf(view)}.${whose}`, { name: otherName }),
    };
  }
  if (phase === 'ended') {
    return {
      title: t(form === 'evening' ? 'titles.endedEvening' : 'titles.ended'),
      isInCircles: false,
      guide: null,
    };
  }
  if (phase === 'open') {
    const step = view.step === 'write' ? 'write' : 'close';
    return { title: t(`titles.${step}`), isInCircles: false, guide: t(`guide.${step}`) };
  }
  if (phase === 'gather') {
    return {
      title: t(shared ? 'titles.gatherBoth' : 'titles.gather'),
      isInCircles: false,
      guide: t('guide.gather'),
    };
  }
  const key = phase === 'between' || phase === 'choose' || phase === 'summary' ? phase : 'consent';
  return { title: t(`titles.${key}`), isInCircles: false, guide: t(`guide.${key}`) };
}
