import type { EventView } from '#lib/events/catalogue';

type Missed = { events: EventView[]; seq: number };

type Options = {
  /** Asks for what came after an event; null when there was no answer. */
  load: (after: number) => Promise<Missed | null>;
  /** Gets every event once, in order, and nothing at all when more was missed than can be had: load anew either way. */
  apply: (events: EventView[]) => void;
};

export type Feed = {
  /** An event came over the socket. */
  receive: (event: EventView) => void;
  /** Asks for what was missed. @returns whether there was an answer */
  catchUp: () => Promise<boolean>;
  /** The page has just been rendered with all up to this event. */
  rendered: (seq: number) => void;
};

/** Follows the couple's numbered events: each is applied once, and a gap is asked for. */
export function createFeed(seq: number, { load, apply }: Options): Feed {
  let last = seq;
  let running: Promise<boolean> | undefined;
  let again = false;

  const ask = async (): Promise<boolean> => {
    let answered: boolean;
    do {
      again = false;
      const missed = await load(last);
      answered = missed !== null;
      if (!missed) continue;
      const events = missed.events.filter((event) => event.seq > last);
      const changed = events.length > 0 || missed.seq > last;
      last = Math.max(last, missed.seq, events.at(-1)?.seq ?? 0);
      if (changed) apply(events);
    } while (again && answered);
    return answered;
  };

  const catchUp = () => {
    if (running) {
      again = true;
      return running;
    }
    running = ask().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    catchUp,
    receive(event) {
      if (event.seq <= last) return;
      if (event.seq > last + 1) {
        void catchUp();
        return;
      }
      last = event.seq;
      apply([event]);
    },
    rendered(upTo) {
      last = Math.max(last, upTo);
    },
  };
}
