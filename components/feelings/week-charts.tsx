import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Day } from '#lib/clock';
import type { Strength } from '#lib/feelings/kinds';
import { rangeOf, rankWords, type Week } from '#lib/feelings/rules';
import type { Wheel, Word } from '#lib/feelings/wheel';
import { Chart } from './chart';
import { Dots } from './dots';
import { StrengthBars } from './strength-bars';
import { sayWeek } from './week-words';
import { feelingsOf, wordsOf } from './words-of';

/** The words that a sentence names, and the rows that needs get. */
const namedWords = 3;
const shownNeeds = 6;

type Props = { weeks: readonly Week[]; wheel: Wheel; today: Day; isNow: boolean };

/** What stands under a chart, and how its table says a week. */
function useWeeks({ weeks, today, isNow }: Omit<Props, 'wheel'>) {
  const t = useTranslations('feelings.weeks');
  const format = useFormatter();
  const locale = useLocale();
  const say = (week: Week) => sayWeek(locale, week, today);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const axis: [string, string] = [first ? say(first) : '', isNow ? t('thisWeek') : last ? say(last) : ''];
  /** "tired, twice; glad": words in the order of how often. */
  const sayRanked = (ranked: { id: string; times: number }[], list: readonly Word[]) =>
    ranked
      .flatMap(({ id, times }) => wordsOf(list, [id]).map(({ words }) => t('often', { word: words, times })))
      .join(' · ');
  const sayMost = (ranked: { id: string }[], list: readonly Word[]) =>
    format.list(
      wordsOf(
        list,
        ranked.slice(0, namedWords).map(({ id }) => id),
      ).map(({ words }) => words),
    );
  return { t, say, axis, sayRanked, sayMost };
}

/** The words over weeks, by their families. */
export function WordChart(props: Props) {
  const { weeks, wheel } = props;
  const { t, say, axis, sayRanked, sayMost } = useWeeks(props);
  const all = wheel.families.flatMap(({ feelings }) => feelings);
  const counts = wheel.families.map(({ id, name }) => ({
    id,
    name,
    times: weeks.map(({ checkIns }) =>
      checkIns.reduce(
        (sum, { feelings }) => sum + feelingsOf(wheel, feelings).filter(({ family }) => family === id).length,
        0,
      ),
    ),
  }));
  const most = Math.max(...counts.flatMap(({ times }) => times));
  const ranked = rankWords(weeks.flatMap(({ checkIns }) => checkIns.map(({ feelings }) => feelings)));
  return (
    <Chart
      id="words"
      title={t('words.title')}
      sentence={t('words.most', { words: sayMost(ranked, all) })}
      axis={axis}
      heads={[t('week'), t('words.title')]}
      rows={weeks
        .filter(({ checkIns }) => checkIns.length > 0)
        .map((week) => ({
          week: say(week),
          what: sayRanked(rankWords(week.checkIns.map(({ feelings }) => feelings)), all),
        }))}
      picture={
        <div className="flex flex-col gap-1.5">
          {counts.map(({ id, name, times }) => (
            <div key={id}>
              <p className="text-sm">{name}</p>
              <Dots family={id} times={times} most={most} />
            </div>
          ))}
        </div>
      }
    />
  );
}

/** How strong it was over weeks; nothing where it was never said. */
export function StrengthChart(props: Props) {
  const { weeks } = props;
  const { t, say, axis } = useWeeks(props);
  const tAll = useTranslations('feelings.strength');
  const name = (strength: number) => tAll(`names.${Math.round(strength) as Strength}`);
  const ranges = weeks.map((week) => ({ week, range: rangeOf(week) }));
  const said = weeks.flatMap(({ checkIns }) => checkIns.flatMap(({ strength }) => strength ?? []));
  if (said.length === 0) return null;
  const mean = said.reduce((sum, one) => sum + one, 0) / said.length;
  return (
    <Chart
      id="strength"
      title={t('strength.title')}
      sentence={t('strength.most', { strength: name(mean) })}
      axis={axis}
      heads={[t('week'), t('strength.title')]}
      rows={ranges.flatMap(({ week, range }) =>
        range
          ? {
              week: say(week),
              what:
                range.low === range.high
                  ? name(range.low)
                  : t('strength.range', { low: name(range.low), high: name(range.high) }),
            }
          : [],
      )}
      picture={<StrengthBars ranges={ranges.map(({ range }) => range)} top={name(5)} bottom={name(1)} />}
    />
  );
}

/** What I needed over weeks, the most named first; nothing where no need was named. */
export function NeedChart(props: Props) {
  const { weeks, wheel } = props;
  const { t, say, axis, sayRanked, sayMost } = useWeeks(props);
  const needsIn = (week: Week) => week.checkIns.map(({ needs }) => needs);
  const ranked = rankWords(weeks.flatMap(needsIn));
  if (ranked.length === 0) return null;
  const rows = ranked.slice(0, shownNeeds).flatMap(({ id }) => {
    const need = wheel.needs.find((one) => one.id === id);
    const times = weeks.map((week) => needsIn(week).filter((needs) => needs.includes(id)).length);
    return need ? { ...need, times } : [];
  });
  const most = Math.max(...rows.flatMap(({ times }) => times));
  return (
    <Chart
      id="needs"
      title={t('needs.title')}
      sentence={t('needs.most', { needs: sayMost(ranked, wheel.needs) })}
      axis={axis}
      heads={[t('week'), t('needs.title')]}
      rows={weeks
        .filter((week) => needsIn(week).flat().length > 0)
        .map((week) => ({ week: say(week), what: sayRanked(rankWords(needsIn(week)), wheel.needs) }))}
      picture={
        <div className="flex flex-col gap-1.5">
          {rows.map(({ id, words, families: [family], times }) => (
            <div key={id}>
              <p className="wrap-anywhere text-sm">{words}</p>
              <Dots family={family ?? 'rest'} times={times} most={most} />
            </div>
          ))}
        </div>
      }
    />
  );
}
