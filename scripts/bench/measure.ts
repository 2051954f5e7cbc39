/**
 * One couple at work. A round is over when what one of them did is committed and the other has it; it says how long that took,
 * and parts of it where they are told apart, in ms.
 */
export type Pair = { round(): Promise<Record<string, number>>; close(): void };

/** Opens a couple that has as many rounds before it, at most. */
type Open = (rounds: number) => Promise<Pair>;

const sides = ['nearer', 'floor'] as const;
type Sides<T> = Record<(typeof sides)[number], T>;

export type Figure = Sides<number> & { measured: string; unit: 'ms' | '/s' };

const crowds = [1, 10, 50];
const warmUp = 100;
// The two alternate, since what else a machine does comes and goes within seconds and would fall on one of them.
const slices = 5;

export async function compare(open: Sides<Open>, rounds: number, seconds: number): Promise<Figure[]> {
  const figures = await compareLatency(open, rounds);
  for (const couples of crowds) figures.push(await compareThroughput(open, couples, seconds));
  return figures;
}

async function compareLatency(open: Sides<Open>, rounds: number): Promise<Figure[]> {
  const pairs = { nearer: await open.nearer(warmUp + rounds), floor: await open.floor(warmUp + rounds) };
  for (const side of sides) for (let i = 0; i < warmUp; i++) await pairs[side].round();
  const times: Sides<Record<string, number>[]> = { nearer: [], floor: [] };
  for (let slice = 1; slice <= slices; slice++) {
    for (const side of sides) {
      while (times[side].length < (rounds * slice) / slices) times[side].push(await pairs[side].round());
    }
  }
  for (const side of sides) pairs[side].close();
  return Object.keys(times.nearer[0] ?? {}).flatMap((part) =>
    [0.5, 0.99].map((share) => ({
      measured: `${part}, p${share * 100}`,
      nearer: quantile(times.nearer, part, share),
      floor: quantile(times.floor, part, share),
      unit: 'ms' as const,
    })),
  );
}

function quantile(times: Record<string, number>[], part: string, share: number): number {
  const sorted = times.map((parts) => parts[part] ?? 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

async function compareThroughput(open: Sides<Open>, couples: number, seconds: number): Promise<Figure> {
  const openAll = (side: keyof Sides<Open>) =>
    Promise.all(Array.from({ length: couples }, () => open[side](Math.ceil((seconds * 8_000) / couples))));
  const pairs = { nearer: await openAll('nearer'), floor: await openAll('floor') };
  const counted = { nearer: 0, floor: 0 };
  const took = { nearer: 0, floor: 0 };
  for (const side of sides) await Promise.all(pairs[side].map((pair) => pair.round()));
  for (let slice = 0; slice < slices; slice++) {
    for (const side of sides) {
      const begun = performance.now();
      const end = begun + (seconds * 1000) / slices;
      await Promise.all(
        pairs[side].map(async (pair) => {
          for (; performance.now() < end; counted[side]++) await pair.round();
        }),
      );
      took[side] += performance.now() - begun;
    }
  }
  for (const side of sides) for (const pair of pairs[side]) pair.close();
  return {
    measured: couples === 1 ? '1 couple' : `${couples} couples`,
    nearer: (counted.nearer * 1000) / took.nearer,
    floor: (counted.floor * 1000) / took.floor,
    unit: '/s',
  };
}

/** What a piece of work came to, and how long it took. */
export async function time<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { took: performance.now() - begun, result };
}
