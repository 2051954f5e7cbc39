import { stepsOf } from '#lib/talks/kinds';
import type { LiveView } from '#lib/talks/live/view';

/** How this device's clock stands to the server's, as one request found it. All in ms. */
export type Sample = {
  /** To be added to this clock for the server's. It is wrong by at most half of the round trip. */
  offset: number;
  roundTrip: number;
  /** How far the wall clock is from the time since the page was opened: another value means that it was set meanwhile. */
  wall: number;
};

/** A wall clock that moved by more than this against the page's own, in ms, was set, or slept. */
const setBy = 500;

/** @param now what the server said, asked for at `askedAt` and there at `heardAt` by this clock */
export function measure(now: number, askedAt: number, heardAt: number, wall: number): Sample {
  return { offset: now - (askedAt + heardAt) / 2, roundTrip: heardAt - askedAt, wall };
}

/** Of two samples the quicker; the later one where the clock was set between them. */
export function betterSample(kept: Sample | null, next: Sample): Sample {
  if (!kept || Math.abs(next.wall - kept.wall) > setBy) return next;
  return next.roundTrip <= kept.roundTrip ? next : kept;
}

/** Of two views of a talk the one that counts: answers may overtake one another. Of the same version the later. */
export function laterView(held: LiveView, next: LiveView): LiveView {
  if (next.version !== held.version) return next.version > held.version ? next : held;
  return next.now >= held.now ? next : held;
}

/** Ms left of what is meant for this moment, negative when it is over. During a break: until both meant to be back. */
export function leftOf(view: LiveView, now: number): number {
  if (view.pause) return view.pause.until - now;
  return (view.phaseEndsAt ?? view.stepEndsAt) - now;
}

/** "3:12", "1:03:12"; the second that has begun counts. Null when the time is over. */
export function sayClock(left: number): string | null {
  const all = Math.ceil(left / 1000);
  if (all <= 0) return null;
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Ms until `sayClock` says something else; null when it says nothing any more. */
export function untilNextSecond(left: number): number | null {
  if (left <= 0) return null;
  return left % 1000 || 1000;
}

/** How much of its time a step has had, from 0 to 1. */
export function shareOf(view: LiveView, now: number): number {
  const minutes = stepsOf[view.form][view.stepIndex]?.minutes ?? 1;
  const left = view.stepEndsAt - (view.pause ? view.pause.at : now);
  return Math.min(1, Math.max(0, 1 - left / (minutes * 60_000)));
}

/** How near the two circles have come: 0 on arriving, 1 in the last step. */
export function nearnessOf(view: LiveView): number {
  return view.stepIndex / Math.max(1, stepsOf[view.form].length - 1);
}
