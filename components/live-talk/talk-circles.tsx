import { classes } from '#components/ui/classes';
import type { Who } from '#lib/talks/live/view';
import styles from './talk-circles.module.css';

/** How somebody's circle looks: who speaks is full, who listens is dotted, and where nobody has the word it rests. */
type Look = 'speaks' | 'listens' | 'rests';

export type CircleWords = { name: string; does?: string; look: Look };

const width = 340;
const height = 176;
const radius = 74;
/** How far the centres are apart at the end, in radii; on the way there the style sheet says it. */
const together = 0.66;
/** In how many parts they come nearer: an attribute says it, since a style in the page's own HTML is refused. */
const parts = 10;

/** Where the two meet once they are together. */
const lens = (() => {
  const middle = { x: width / 2, y: height / 2 };
  const reach = radius * Math.sqrt(1 - (together / 2) ** 2);
  const arc = `A${radius} ${radius} 0 0 1 ${middle.x}`;
  return `M${middle.x} ${middle.y - reach}${arc} ${middle.y + reach}${arc} ${middle.y - reach}Z`;
})();

/** From how many letters on a name is written smaller, so that it stays within its circle. */
const long = 10;
/** It would not fit at any size that can be read: in all, or a word of it, which would break. */
const isVeryLong = (name: string) => name.length >= 17 || /\S{11}/.test(name);

function sizeOf(name: string, small?: boolean) {
  if (small) return styles.small;
  return name.length >= long && !isVeryLong(name) ? styles.long : styles.name;
}

/** A name too long for its circle is its initial there; the words below say it whole. */
function shortOf(name: string, small?: boolean): string {
  if (small ? name.length < long : !isVeryLong(name)) return name;
  return [...new Intl.Segmenter().segment(name)][0]?.segment ?? name;
}

/**
 * The two of us in a talk: mine warm at the left, theirs cool. They ease nearer as the talk goes on, and together at its
 * end. A picture of what the heading says in words.
 */
export function TalkCircles({
  circles,
  nearness,
  isOver,
  small,
}: {
  circles: Record<Who, CircleWords>;
  /** From 0 to 1. */
  nearness: number;
  isOver?: boolean;
  /** Where the words below are what matters. */
  small?: boolean;
}) {
  return (
    <div
      aria-hidden="true"
      data-near={isOver ? 'together' : Math.round(nearness * parts)}
      className={classes(styles.both, 'relative mx-auto w-full', small ? 'max-w-[15rem]' : 'max-w-[min(23rem,52dvh)]')}
    >
      <svg viewBox={`0 0 ${width} ${height}`} className="block w-full overflow-visible" fill="none" role="presentation">
        {(['me', 'partner'] as const).map((who) => (
          <g key={who} className={classes(styles.place, who === 'me' ? styles.left : styles.right)}>
            <circle
              cx={width / 2}
              cy={height / 2}
              r={radius}
              className={classes(styles.circle, who === 'me' ? styles.mine : styles.theirs)}
              data-look={circles[who].look}
            />
          </g>
        ))}
        <path d={lens} className={styles.lens} data-shown={isOver} />
      </svg>
      {!isOver &&
        (['me', 'partner'] as const).map((who) => {
          const { name, does, look } = circles[who];
          return (
            <p
              key={who}
              className={classes(
                styles.words,
                who === 'me' ? styles.left : styles.right,
                'wrap-anywhere absolute top-1/2 flex flex-col items-center text-center leading-tight',
                who === 'me' ? 'text-mine' : 'text-theirs',
              )}
            >
              <span className={classes('title max-w-full', sizeOf(name, small))}>{shortOf(name, small)}</span>
              {does && (
                <span
                  className={classes(
                    'max-w-full',
                    small ? styles.smallDeed : styles.deed,
                    look === 'speaks' && 'font-medium',
                  )}
                >
                  {does}
                </span>
              )}
            </p>
          );
        })}
    </div>
  );
}
