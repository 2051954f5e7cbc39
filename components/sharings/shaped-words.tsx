import { useTranslations } from 'next-intl';
import { lines, type Words } from '#lib/sharings/kinds';

const edges = { mine: 'border-mine', theirs: 'border-theirs' };

/** The shaped words, each line after what begins it. */
export function ShapedWords({ words, whose }: { words: Words; whose: keyof typeof edges }) {
  const t = useTranslations('sharings.lines');
  return (
    <dl className={`flex flex-col gap-4 border-l-[3px] py-0.5 pl-4 ${edges[whose]}`}>
      {lines.map(
        (line) =>
          words[line] && (
            <div key={line}>
              <dt className="title text-lg leading-snug">{t(line)}</dt>
              <dd className="written" dir="auto">
                {words[line]}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
