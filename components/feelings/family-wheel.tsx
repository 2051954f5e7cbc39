import { useTranslations } from 'next-intl';
import { Mark } from '#components/mark/circles';
import { classes } from '#components/ui/classes';
import type { Family } from '#lib/feelings/kinds';
import type { Wheel } from '#lib/feelings/wheel';
import styles from './feelings.module.css';

/** Where the six circles stand in a picture of 200, from the top on, as the clock goes. */
const places = [0, 1, 2, 3, 4, 5].map((n) => {
  const angle = ((n * 60 - 90) * Math.PI) / 180;
  return { cx: Number((100 + 60 * Math.cos(angle)).toFixed(2)), cy: Number((100 + 60 * Math.sin(angle)).toFixed(2)) };
});

/**
 * The families around a middle, one of which opens to its words. It is a group of radio buttons: arrow keys go around the wheel,
 * and the picture behind them says nothing that they do not.
 */
export function FamilyWheel({
  families,
  open,
  taken,
  onOpen,
}: {
  families: Wheel['families'];
  open: Family | null;
  /** Those that something was taken from. */
  taken: readonly Family[];
  onOpen: (family: Family) => void;
}) {
  const t = useTranslations('feelings.wheel');
  return (
    <fieldset className="min-w-0">
      <legend className="title mb-1 text-xl">{t('legend')}</legend>
      <p className="mb-4 text-muted text-sm">{t('hint')}</p>
      <div className={styles.around}>
        <div className={styles.wheel}>
          <svg viewBox="0 0 200 200" aria-hidden="true" className={styles.picture}>
            {families.map(({ id }, index) => (
              <circle
                key={id}
                {...places[index]}
                r="37.5"
                data-family={id}
                data-open={open === id || undefined}
                data-empty={!taken.includes(id) || undefined}
                className={classes(styles.hue, styles.petal)}
              />
            ))}
          </svg>
          <span aria-hidden="true" className={styles.picture}>
            <Mark className="absolute inset-0 m-auto h-auto w-[11%]" />
          </span>
          {families.map(({ id, name }) => (
            <label
              key={id}
              data-family={id}
              className={classes(
                styles.hue,
                styles.family,
                'flex items-center justify-center rounded-full text-center font-medium leading-tight has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-ink forced-colors:has-checked:outline-1',
              )}
            >
              <input
                type="radio"
                name="family"
                value={id}
                checked={open === id}
                onChange={() => onOpen(id)}
                className="sr-only"
              />
              <span>
                {name}
                {taken.includes(id) && <span className="sr-only"> · {t('hasTaken')}</span>}
              </span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
