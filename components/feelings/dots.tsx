import { classes } from '#components/ui/classes';
import type { Family } from '#lib/feelings/kinds';
import styles from './feelings.module.css';

const apart = 25;
const high = 22;
const largest = 10;

/** A row of circles, one a week: the more often, the larger; a speck where there was nothing. Only a picture. */
export function Dots({ times, most, family }: { times: readonly number[]; most: number; family: Family }) {
  return (
    <svg
      viewBox={`0 0 ${times.length * apart} ${high}`}
      aria-hidden="true"
      data-family={family}
      className={classes(styles.hue, 'block h-auto w-full')}
    >
      {times.map((count, index) => {
        const place = { cx: apart * (index + 0.5), cy: high / 2 };
        // Twice as often is twice the area.
        const radius = Math.max(3, largest * Math.sqrt(count / Math.max(most, 3)));
        return count > 0 ? (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a week's place is what it is
            key={index}
            {...place}
            r={radius.toFixed(2)}
            className="fill-(--tint) stroke-(--hue)"
            strokeWidth="1.2"
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week's place is what it is
          <circle key={index} {...place} r="0.9" className="fill-edge" />
        );
      })}
    </svg>
  );
}
