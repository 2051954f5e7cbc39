'use client';

import { ChevronDown, CircleAlert, Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { classes } from './classes';

type Labelled = {
  label: ReactNode;
  /** The label is there for those who hear it; what is around shows it to those who see. */
  labelHidden?: boolean;
  /** One line that helps before anything goes wrong. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; stands beside the field and is read with it. */
  error?: ReactNode;
  className?: string;
};

/** Label, hint and error around one control; wires them up for those who listen. The other fields are made of it. */
export function Field({
  label,
  labelHidden,
  hint,
  error,
  aside,
  className,
  children,
}: Labelled & {
  /** Beside the label, at its right. */
  aside?: ReactNode;
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const id = useId();
  const hintId = hint ? `${id}hint` : undefined;
  const errorId = error ? `${id}error` : undefined;
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <div className={labelHidden ? 'sr-only' : 'flex items-baseline justify-between gap-3'}>
        <label htmlFor={id} className="font-semibold text-sm">
          {label}
        </label>
        {aside}
      </div>
      {hint && (
        <p id={hintId} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={errorId} className="flex items-start gap-1.5 font-medium text-danger text-sm">
          <CircleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

const box = classes(
  'w-full rounded-lg border border-edge bg-sunk px-4 text-base text-ink transition-colors duration-150',
  'placeholder:text-muted placeholder:opacity-100 aria-invalid:border-danger disabled:opacity-60',
);

type TextFieldProps = Labelled &
  Omit<ComponentProps<'input'>, 'id' | 'className'> & {
    /** Beside the label, at its right. */
    aside?: ReactNode;
  };

/**
 * One line of text, or a day or time by the platform's own picker. Give `type`, `autoComplete` and `inputMode` so that
 * phones and password managers help.
 */
export function TextField({ label, labelHidden, hint, error, aside, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside} className={className}>
      {(control) => <input {...rest} {...control} className={classes(box, 'min-h-12 py-2.5')} />}
    </Field>
  );
}

/** A password, which can be shown while typing. */
export function PasswordField({
  label,
  labelHidden,
  hint,
  error,
  className,
  ...rest
}: Omit<TextFieldProps, 'type' | 'aside'>) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} className={className}>
      {(control) => (
        <div className="relative">
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...rest}
            {...control}
            type={shown ? 'text' : 'password'}
            className={classes(box, 'min-h-12 py-2.5 pr-13')}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={t('showPassword')}
            title={t('showPassword')}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0.5 right-0.5 flex w-11 items-center justify-center rounded-lg text-muted hover:text-ink"
          >
            <Icon aria-hidden="true" className="size-5" />
          </button>
        </div>
      )}
    </Field>
  );
}

type TextAreaProps = Labelled &
  Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'maxLength'> & {
    /** Counted as the server counts. Nothing is cut off: near the limit it says what is left, beyond it what is too much. */
    limit?: number;
    minRows?: number;
    /** Beside the label, at its right. */
    aside?: ReactNode;
  };

/** Many lines, as tall as what is written in them. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  className,
  aside,
  limit,
  minRows = 4,
  onInput,
  ...rest
}: TextAreaProps) {
  const t = useTranslations('ui');
  const area = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(String(rest.value ?? rest.defaultValue ?? '').length);
  const value = rest.value;

  const measure = useCallback(
    (element: HTMLTextAreaElement) => {
      const { length } = element.value;
      setLength(length);
      // A form is not sent while this holds; the words for it stand below the field.
      element.setCustomValidity(limit !== undefined && length > limit ? 'too_long' : '');
      if (CSS.supports('field-sizing', 'content')) return;
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight + 2}px`;
    },
    [limit],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the value is set from outside
  useEffect(() => {
    if (area.current) measure(area.current);
  }, [measure, value]);

  const left = limit === undefined ? Number.POSITIVE_INFINITY : limit - length;
  const tooMuch = left < 0 ? t('tooMuch', { count: -left }) : undefined;
  const near = limit !== undefined && left >= 0 && left <= Math.max(40, limit * 0.1);
  return (
    <Field
      label={label}
      labelHidden={labelHidden}
      hint={hint}
      error={tooMuch ?? error}
      aside={aside}
      className={className}
    >
      {(control) => (
        <>
          <textarea
            rows={minRows}
            dir="auto"
            {...rest}
            {...control}
            ref={area}
            onInput={(event) => {
              measure(event.currentTarget);
              onInput?.(event);
            }}
            className={classes(box, 'grows block max-h-[70dvh] py-3', minRows > 2 ? 'min-h-28' : 'min-h-12')}
          />
          <p aria-live="polite" className={classes('text-muted text-sm tabular-nums', !near && 'sr-only')}>
            {near ? t('left', { count: left }) : ''}
          </p>
        </>
      )}
    </Field>
  );
}

type SelectProps = Labelled &
  Omit<ComponentProps<'select'>, 'id' | 'className'> & {
    /** Beside the label, at its right. */
    aside?: ReactNode;
  };

/** The platform's own list of choices; give it `<option>`s. */
export function Select({ label, labelHidden, hint, error, aside, className, children, ...rest }: SelectProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} aside={aside} className={className}>
      {(control) => (
        <div className="relative">
          <select {...rest} {...control} className={classes(box, 'min-h-12 appearance-none py-2.5 pr-11')}>
            {children}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-4 size-4 -translate-y-1/2 text-muted"
          />
        </div>
      )}
    </Field>
  );
}

type SwitchProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
};

/** On or off, at once; the whole row is the target. */
export function Switch({ label, hint, error, className, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label className={classes('flex min-h-11 items-center justify-between gap-4 py-1', className)}>
      <span className="flex flex-col">
        <span id={id} className="font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}hint`} className="text-muted text-sm">
            {hint}
          </span>
        )}
        {error && (
          <span id={`${id}error`} className="font-medium text-danger text-sm">
            {error}
          </span>
        )}
      </span>
      <span className="relative inline-flex shrink-0">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is on
          role="switch"
          aria-labelledby={id}
          aria-describedby={[hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ') || undefined}
          className="peer h-7 w-12 appearance-none rounded-full border border-edge bg-sunk transition-colors duration-150 checked:border-calm checked:bg-calm disabled:opacity-50"
        />
        <span className="pointer-events-none absolute top-1 left-1 size-5 rounded-full bg-edge transition-[translate,background-color] duration-150 peer-checked:translate-x-5 peer-checked:bg-on-fill forced-colors:bg-[CanvasText]" />
      </span>
    </label>
  );
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
};

/** Something to agree to or to pick. */
export function Checkbox({ label, hint, error, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={className}>
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input
          {...rest}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}error`, hint && `${id}hint`].filter(Boolean).join(' ') || undefined}
          className="mt-0.5 size-5 shrink-0 accent-ours"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}hint`} className="pl-8 text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}error`} className="pl-8 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
