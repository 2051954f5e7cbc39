'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useFailureWords } from '#components/ui/form';
import { type Failure, type Sent, send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import type { Command, CommandName } from '#lib/talks/live/commands';
import type { LiveView, Who } from '#lib/talks/live/view';
import { betterSample, laterView, measure, type Sample } from './clock';

/** How soon a command that did not reach the server is sent again, in ms; sooner where the network comes back. */
const againIn = 2500;

/** A talk under way, as this page follows it. */
export type Talk = {
  view: LiveView;
  /** The server's time now, in ms; its time at the view before it was measured. */
  now: () => number;
  /** Gives a command for the moment that is shown. Says in words when it does not count. @returns whether it does */
  give: (command: Command, giver?: Who) => Promise<boolean>;
  /** The command on its way. */
  giving: CommandName | null;
  /** It waits for the network. */
  isWaiting: boolean;
  /** It is not under way any more: I moved it to another time, ended it before it had begun, or it was so found. */
  gone: 'moved' | 'undone' | 'found' | null;
};

const wallNow = () => Date.now() - performance.now();

/** How things stand, as a refusal brings it along. */
function presentOf({ code, present }: Failure): LiveView | null {
  return code === 'talk_changed' && present ? (present as LiveView) : null;
}

const isUnreached = ({ kind, code }: Failure) => kind === 'offline' || code === 'unavailable';

/** Resolves after `ms`, sooner when the network is back, at once when `signal` says so. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done, { signal });
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}

/**
 * Follows a talk: takes whatever view is the latest, by whichever way it came, and measures how the server's clock stands.
 * The server alone knows the talk; nothing is guessed ahead here.
 */
export function useTalk(initial: LiveView): Talk {
  const t = useTranslations('live');
  const { follow } = useLive();
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const [view, setView] = useState(initial);
  const [giving, setGiving] = useState<CommandName | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [gone, setGone] = useState<Talk['gone']>(null);
  const latest = useRef(initial);
  const sample = useRef<Sample | null>(null);
  const ended = useRef(new AbortController());
  const path = `/api/talks/${initial.id}`;

  const take = useCallback((next: LiveView) => {
    latest.current = laterView(latest.current, next);
    setView(latest.current);
  }, []);

  /** Asks, and takes the view that the answer holds with the time it was told at. */
  const ask = useCallback(
    async (...args: Parameters<typeof send>): Promise<Sent<LiveView>> => {
      const askedAt = Date.now();
      const sent = await send<LiveView>(...args);
      const told: LiveView | null | undefined = sent.ok ? sent.data : presentOf(sent.failure);
      if (!told) return sent;
      sample.current = betterSample(sample.current, measure(told.now, askedAt, Date.now(), wallNow()));
      take(told);
      return sent;
    },
    [take],
  );

  const loading = useRef({ isUnderWay: false, isAskedAgain: false });
  const load = useCallback(async () => {
    const state = loading.current;
    state.isAskedAgain = true;
    if (state.isUnderWay) return;
    state.isUnderWay = true;
    while (state.isAskedAgain && !ended.current.signal.aborted) {
      state.isAskedAgain = false;
      const sent = await ask('GET', `${path}/live`);
      if (sent.ok) continue;
      if (sent.failure.status === 404) setGone((before) => before ?? 'found');
      else if (isUnreached(sent.failure)) {
        await waitFor(againIn, ended.current.signal);
        state.isAskedAgain = true;
      }
    }
    state.isUnderWay = false;
  }, [ask, path]);

  // What the page was rendered with anew, after the two wrote something down.
  useEffect(() => take(initial), [initial, take]);
  useEffect(() => follow(initial.id, () => void load()), [follow, initial.id, load]);
  useEffect(() => {
    // A fresh one each time: in development effects run twice.
    const controller = new AbortController();
    ended.current = controller;
    void load();
    const seen = () => document.visibilityState === 'visible' && void load();
    document.addEventListener('visibilitychange', seen, { signal: controller.signal });
    return () => controller.abort();
  }, [load]);

  const running = useRef(false);
  const give = useCallback(
    async (command: Command, giver: Who = 'me') => {
      if (running.current) return false;
      running.current = true;
      setGiving(command.name);
      const { signal } = ended.current;
      const { moment } = latest.current;
      const body = { moment, command, ...(giver === 'partner' && { as: giver }) };
      let isAgain = false;
      let counts = false;
      while (!signal.aborted) {
        const sent = await ask('POST', `${path}/commands`, body);
        counts = sent.ok;
        if (sent.ok) {
          // It is answered with nothing where nothing of it is under way any more.
          if (!sent.data) setGone(command.name === 'move' ? 'moved' : 'undone');
          break;
        }
        const { failure } = sent;
        // Sent again after a lost answer, it may be what brought the change about; a mark that came too late must be seen.
        if (presentOf(failure)) {
          if (!isAgain && !isMootNow(command, latest.current)) show(t('changed'));
          break;
        }
        if (failure.status === 404) {
          setGone('found');
          break;
        }
        if (!isUnreached(failure)) {
          show(sayFailure(failure), { tone: 'danger' });
          void load();
          break;
        }
        if (!isAgain) show(t('offline'));
        isAgain = true;
        setWaiting(true);
        await waitFor(againIn, signal);
        if (latest.current.moment !== moment) break;
      }
      running.current = false;
      setWaiting(false);
      setGiving(null);
      return counts;
    },
    [ask, load, path, sayFailure, show, t],
  );

  const now = useCallback(() => (sample.current ? Date.now() + sample.current.offset : latest.current.now), []);
  return useMemo(() => ({ view, now, give, giving, isWaiting, gone }), [view, now, give, giving, isWaiting, gone]);
}

/** Both have tapped the same at once: what was refused has come about, and needs no word. */
function isMootNow({ name }: Command, { mine, forPartner }: LiveView): boolean {
  const isMark = name === 'yes' || name === 'unyes' || name === 'stop' || name === 'unstop';
  return !isMark && !mine.includes(name) && !forPartner.includes(name);
}
