'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { classes } from './classes';
import { Notice } from './notice';
import { type Failure, type Sent, send } from './send';

/** Words of one's own for some error codes of the API: `{ invite_used: t('used') }`. */
type OwnWords = Partial<Record<string, string>>;

/** Puts a failure into words: one's own for its code, else those of messages/<locale>/errors.json. */
export function useFailureWords() {
  const t = useTranslations('errors');
  return useCallback(
    (failure: Failure, own: OwnWords = {}): string => {
      const mine = own[failure.code];
      if (mine) return mine;
      if (failure.kind === 'offline') return t(navigator.onLine ? 'noAnswer' : 'offline');
      const code = failure.code as 'internal';
      return t.has(code) ? t(code) : t('internal');
    },
    [t],
  );
}

function useProblemWords() {
  const t = useTranslations('errors.fields');
  return useCallback((problem: string) => t(t.has(problem as 'invalid') ? (problem as 'invalid') : 'invalid'), [t]);
}

type Options<Data> = {
  /** The route that is asked, or what to do instead when it takes more than one request. */
  action: string | ((fields: FormData) => Promise<Sent<Data>>);
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What is sent; by default every named field as it stands. */
  body?: (fields: FormData) => unknown;
  onDone: (data: Data) => void | Promise<void>;
  /** Words for error codes of this very route. */
  words?: OwnWords;
  /** Words for errors of fields, by field, then by the API's own word for it. */
  fieldWords?: Partial<Record<string, OwnWords>>;
};

export type FormState = {
  ref: RefObject<HTMLFormElement | null>;
  busy: boolean;
  /** What went wrong with the whole, in words. */
  problem: string | undefined;
  failure: Failure | undefined;
  /** Name and error of one field, to be spread into it. */
  field: (name: string) => { name: string; error: string | undefined };
  submit: (event: FormEvent<HTMLFormElement>) => void;
  forget: (event: FormEvent<HTMLFormElement>) => void;
};

const checks = [
  ['valueMissing', 'required'],
  ['typeMismatch', 'email'],
  ['tooShort', 'too_short'],
  ['tooLong', 'too_long'],
  ['badInput', 'invalid'],
  ['patternMismatch', 'invalid'],
  ['customError', 'too_long'],
] as const;

/** What the browser itself knows to be wrong, in our words and beside the field. */
function checkFields(form: HTMLFormElement) {
  const found: Record<string, string> = {};
  for (const element of form.elements) {
    if (!('validity' in element) || !('name' in element)) continue;
    const { validity, name } = element as HTMLInputElement;
    const check = checks.find(([flag]) => validity[flag]);
    if (check && name && !(name in found)) found[name] = check[1];
  }
  return found;
}

/**
 * A form that posts JSON to our API. It shows errors beside the fields and moves the focus to the first, keeps what was
 * typed when anything fails, says so when offline, and cannot be sent twice.
 */
export function useForm<Data = unknown>({
  action,
  method = 'POST',
  body,
  onDone,
  words,
  fieldWords,
}: Options<Data>): FormState {
  const ref = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failed, setFailed] = useState(0);
  const sayFailure = useFailureWords();
  const sayProblem = useProblemWords();

  useEffect(() => {
    if (failed === 0) return;
    const form = ref.current;
    const target =
      form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector<HTMLElement>('[data-problem]');
    target?.focus();
  }, [failed]);

  const run = async (form: HTMLFormElement) => {
    const wrong = checkFields(form);
    setFailure(undefined);
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) {
      setFailed((count) => count + 1);
      return;
    }
    sending.current = true;
    setBusy(true);
    try {
      const fields = new FormData(form);
      const sent =
        typeof action === 'string'
          ? await send<Data>(method, action, body ? body(fields) : Object.fromEntries(fields))
          : await action(fields);
      if (sent.ok) return await onDone(sent.data);
      setFailure(sent.failure);
      setProblems(sent.failure.fields);
      setFailed((count) => count + 1);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  return {
    ref,
    busy,
    failure,
    problem: failure && sayFailure(failure, words),
    field: (name) => {
      const problem = problems[name];
      return { name, error: problem && (fieldWords?.[name]?.[problem] ?? sayProblem(problem)) };
    },
    submit: (event) => {
      event.preventDefault();
      if (!sending.current) void run(event.currentTarget);
    },
    forget: (event) => {
      const { name } = event.target as HTMLInputElement;
      if (name in problems) setProblems(({ [name]: _gone, ...rest }) => rest);
    },
  };
}

/** The form of `useForm`; what went wrong with the whole of it stands on top. */
export function Form({
  form,
  className,
  children,
  ...rest
}: { form: FormState } & Omit<ComponentProps<'form'>, 'onSubmit'>) {
  return (
    <form
      {...rest}
      ref={form.ref}
      // Sent before the page listens, nothing typed may stand in an address.
      method="post"
      noValidate
      onSubmit={form.submit}
      onInput={form.forget}
      className={classes('flex flex-col gap-5', className)}
    >
      {form.problem && (
        <Notice tone="danger" role="alert" data-problem tabIndex={-1}>
          {form.problem}
        </Notice>
      )}
      {children}
    </form>
  );
}
