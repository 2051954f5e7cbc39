import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#lib/clock';
import { findLately, rangeOf, rankWords, shownWeeks, weekOf, weeksOf } from '#lib/feelings/rules';
import type { CheckInView } from '#lib/feelings/view';

const monday = '2026-10-19' as Day;

function checkIn(at: string, some: Partial<CheckInView> = {}): CheckInView {
  const id = '00000000-0000-4000-8000-000000000000';
  return { id, at, feelings: ['tired'], strength: null, body: [], around: [], needs: [], line: null, ...some };
}

/** The check-ins as the weeks of Madrid that begin on a Monday. */
const weeks = (...checkIns: CheckInView[]) => weeksOf(checkIns, 'Europe/Madrid', monday);
/** Something in the last of the weeks that are shown. */
const late = (some: Partial<CheckInView> = {}) => checkIn(`${addDays(monday, 7 * shownWeeks - 3)}T12:00:00.000Z`, some);

describe('weeks', () => {
  test('begin on Mondays', () => {
    expect(['2026-10-19', '2026-10-25', '2026-10-26', '2027-01-01'].map((day) => weekOf(day as Day))).toEqual([
      '2026-10-19',
      '2026-10-19',
      '2026-10-26',
      '2026-12-28',
    ]);
  });

  test('follow one another without a gap, also over the night that has an hour more', () => {
    const all = weeks();
    expect(all).toHaveLength(shownWeeks);
    expect(all.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([
      ['2026-10-19', '2026-10-25'],
      ['2026-10-26', '2026-11-01'],
      ['2026-11-02', '2026-11-08'],
    ]);
  });

  test('are those of one’s own clock: late on Sunday in Madrid is not yet Monday, whatever UTC says', () => {
    // Clocks go back on the 25th: its midnight is at 23:00 by UTC, that of the 24th at 22:00.
    const found = weeks(
      checkIn('2026-10-18T22:30:00.000Z'),
      checkIn('2026-10-25T22:59:59.999Z'),
      checkIn('2026-10-25T23:00:00.000Z'),
    );
    expect(found.slice(0, 3).map((week) => week.checkIns.length)).toEqual([2, 1, 0]);
    const inTokyo = weeksOf([checkIn('2026-10-25T22:59:59.999Z')], 'Asia/Tokyo', monday);
    expect(inTokyo.slice(0, 2).map((week) => week.checkIns.length)).toEqual([0, 1]);
  });
});

describe('words', () => {
  test('are ranked by how often, then by which was last', () => {
    expect(rankWords([['tired', 'glad'], ['tired'], ['low']])).toEqual([
      { id: 'tired', times: 2 },
      { id: 'low', times: 1 },
      { id: 'glad', times: 1 },
    ]);
    expect(rankWords([])).toEqual([]);
  });

  test('come to one sentence: the word said most, and what was needed with it', () => {
    const said = findLately(
      weeks(
        late({ feelings: ['glad'], needs: ['celebrate'] }),
        late({ feelings: ['tired'], needs: ['ten-minutes-alone'] }),
        late({ feelings: ['tired', 'low'], needs: ['early-night', 'ten-minutes-alone'] }),
        late({ feelings: ['glad', 'tired'] }),
        late({ feelings: ['low'], needs: ['celebrate'] }),
        late({ feelings: ['low'], needs: ['celebrate'] }),
      ),
      true,
    );
    // Both three times: the one said last.
    expect(said).toEqual({ feeling: 'low', isOften: true, need: 'celebrate', isWithIt: true });
  });

  test('said once are not said to be often; a need named at all stands in for one named with the word', () => {
    expect(findLately(weeks(late()), true)).toEqual({ feeling: 'tired', isOften: false, need: null, isWithIt: false });
    expect(findLately(weeks(late({ feelings: ['glad'], needs: ['celebrate'] }), late()), true)).toEqual({
      feeling: 'tired',
      isOften: false,
      need: 'celebrate',
      isWithIt: false,
    });
  });

  test('of two months ago are not lately, but of the weeks in which they stand', () => {
    const old = weeks(checkIn(`${monday}T12:00:00.000Z`));
    expect(findLately(old, true)).toBeNull();
    expect(findLately(old, false)).toMatchObject({ feeling: 'tired' });
  });
});

test('how strong a week was goes from the faintest to the strongest that was said', () => {
  const [first, second] = weeks(
    checkIn('2026-10-20T08:00:00.000Z', { strength: 2 }),
    checkIn('2026-10-20T09:00:00.000Z'),
    checkIn('2026-10-21T08:00:00.000Z', { strength: 5 }),
    checkIn('2026-10-27T08:00:00.000Z'),
  );
  expect(first && rangeOf(first)).toEqual({ low: 2, high: 5, mean: 3.5 });
  expect(second && rangeOf(second)).toBeNull();
});
