'use client';

import type { ReactNode } from 'react';
import { classes } from './classes';

type Option<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode; icon?: ReactNode };

type ChoiceProps<Value extends string> = {
  /** What is chosen here, for everyone. */
  legend: ReactNode;
  legendHidden?: boolean;
  name: string;
  options: readonly Option<Value>[];
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  error?: ReactNode;
  className?: string;
};

function Legend({ legend, hidden }: { legend: ReactNode; hidden?: boolean }) {
  return <legend className={hidden ? 'sr-only' : 'mb-1.5 font-semibold text-sm'}>{legend}</legend>;
}

function picked<Value extends string>({ value, defaultValue, onChange }: ChoiceProps<Value>, option: Value) {
  return {
    ...(value === undefined ? { defaultChecked: defaultValue === option } : { checked: value === option }),
    onChange: () => onChange?.(option),
  };
}

/** Two to four short choices side by side, as radio buttons. */
export function Segmented<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <fieldset className={classes('min-w-0', props.className)}>
      <Legend legend={props.legend} hidden={props.legendHidden} />
      <div className="flex flex-wrap gap-1 rounded-[1.625rem] bg-sunk p-1">
        {props.options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'flex min-h-11 max-w-full flex-1 items-center justify-center gap-2 rounded-full px-3 text-center font-medium text-muted text-sm transition-colors duration-150',
              'hover:text-ink has-checked:bg-[light-dark(#ffffff,#3a2c38)] has-checked:font-semibold has-checked:text-ink has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-2 has-focus-visible:outline-ink',
              'forced-colors:has-checked:outline-1',
            )}
          >
            <input
              type="radio"
              name={props.name}
              value={option.value}
              {...picked(props, option.value)}
              className="sr-only"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
      {props.error && <p className="mt-1.5 font-medium text-danger text-sm">{props.error}</p>}
    </fieldset>
  );
}

/** A few choices that need a line of explanation each, one below the other, as radio buttons. */
export function Choices<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <fieldset className={classes('min-w-0', props.className)}>
      <Legend legend={props.legend} hidden={props.legendHidden} />
      <div className="flex flex-col gap-2">
        {props.options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-12 items-start gap-3 rounded-lg border border-line bg-surface px-4 py-3 transition-colors duration-150 hover:border-edge has-checked:border-ours has-checked:bg-ours-tint"
          >
            <input
              type="radio"
              name={props.name}
              value={option.value}
              {...picked(props, option.value)}
              className="mt-1 size-4 shrink-0 accent-ours"
            />
            <span className="wrap-anywhere flex min-w-0 flex-col">
              <span className="font-medium">{option.label}</span>
              {option.hint && <span className="text-muted text-sm">{option.hint}</span>}
            </span>
            {option.icon && <span className="ml-auto">{option.icon}</span>}
          </label>
        ))}
      </div>
      {props.error && <p className="mt-1.5 font-medium text-danger text-sm">{props.error}</p>}
    </fieldset>
  );
}
