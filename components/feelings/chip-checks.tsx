import type { ReactNode } from 'react';
import { classes } from '#components/ui/classes';
import type { Family } from '#lib/feelings/kinds';
import type { Word } from '#lib/feelings/wheel';
import styles from './feelings.module.css';

/** Words to take, any number up to a most, as check boxes. */
export function ChipChecks({
  legend,
  legendHidden,
  hint,
  name,
  words,
  taken,
  most,
  full,
  family,
  onChange,
  children,
}: {
  legend: ReactNode;
  legendHidden?: boolean;
  hint?: ReactNode;
  name: string;
  words: readonly Word[];
  taken: readonly string[];
  most: number;
  /** What is said once no more can be taken. */
  full: ReactNode;
  /** Whose hue they have; without one that of what is mine. */
  family?: Family;
  onChange: (taken: string[]) => void;
  children?: ReactNode;
}) {
  const isFull = taken.length >= most;
  return (
    <fieldset className={classes('min-w-0', styles.hue)} data-family={family}>
      <legend className={legendHidden ? 'sr-only' : 'mb-2 font-semibold'}>{legend}</legend>
      {hint && <p className="-mt-1 mb-2.5 text-muted text-sm">{hint}</p>}
      <div className="flex flex-wrap gap-2">
        {words.map(({ id, words: label }) => {
          const isTaken = taken.includes(id);
          return (
            <label
              key={id}
              className={classes(
                'wrap-anywhere flex min-h-11 max-w-full items-center gap-2 rounded-full border border-edge bg-surface px-[min(1rem,16px)] py-1.5 transition-colors duration-150',
                'has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-1',
                isFull && !isTaken ? 'text-muted opacity-60' : 'hover:border-ink',
                family
                  ? 'has-checked:border-(--hue) has-checked:bg-(--tint) has-checked:font-semibold has-checked:text-(--hue)'
                  : 'has-checked:border-mine has-checked:bg-mine-tint has-checked:font-semibold has-checked:text-mine',
              )}
            >
              <input
                type="checkbox"
                name={name}
                value={id}
                checked={isTaken}
                disabled={isFull && !isTaken}
                onChange={(event) =>
                  onChange(event.target.checked ? [...taken, id] : taken.filter((one) => one !== id))
                }
                className="sr-only"
              />
              {label}
            </label>
          );
        })}
        {children}
      </div>
      <p role="status" className={isFull ? 'pt-2.5 text-muted text-sm' : 'sr-only'}>
        {isFull ? full : ''}
      </p>
    </fieldset>
  );
}
