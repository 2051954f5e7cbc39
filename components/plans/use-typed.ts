'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { newId } from '#lib/id';
import type { PlanKind } from '#lib/plans/kinds';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

type Typed<Fields> = { id: string; fields: Fields };

function read<Fields extends object>(key: string): Typed<Fields> | null {
  try {
    const found: unknown = JSON.parse(readUnsent(key) ?? 'null');
    return found && typeof found === 'object' && 'id' in found && 'fields' in found ? (found as Typed<Fields>) : null;
  } catch {
    return null;
  }
}

/** By what names a new plan is kept while it is typed; `origin` is the idea, prompt or good news that it comes from. */
export function namesOfNew(kind: PlanKind, origin?: string | null): string[] {
  return ['plan', 'new', kind, origin ?? ''];
}

/** Takes what was typed in one form along to another. It gets an id of its own: the first may be on the server already. */
export function moveTyped(userId: string, from: string[], to: string[]): void {
  const typed = read(keyOf(userId, ...from));
  if (!typed) return;
  if (keepUnsent(keyOf(userId, ...to), JSON.stringify({ ...typed, id: newId() })))
    keepUnsent(keyOf(userId, ...from), null);
}

/**
 * A form of several fields as somebody types into it: this browser keeps it until it was sent, with the id that it will
 * have. Before the first key it shows what is `given`, and follows that.
 */
export function useTyped<Fields extends object>(given: Fields, ...names: string[]) {
  const { userId } = useLive();
  const key = keyOf(userId, ...names);
  const fresh = useRef('');
  const latest = useRef(given);
  latest.current = given;
  const [typed, setTyped] = useState<Typed<Fields> | null>(null);

  useEffect(() => setTyped(read<Fields>(key)), [key]);

  const write = useCallback(
    (change: Partial<Fields>) =>
      setTyped((before) => {
        fresh.current ||= newId();
        const next = {
          id: before?.id ?? fresh.current,
          fields: { ...latest.current, ...before?.fields, ...change },
        };
        keepUnsent(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  /** It was sent, or let go. What was typed is shown until `given` has followed. */
  const forget = useCallback(() => {
    keepUnsent(key, null);
    fresh.current = '';
    setTyped(null);
  }, [key]);
  /** Brings back what `typed` held before it was let go. */
  const restore = useCallback(
    (before: Typed<Fields> | null) => {
      if (!before) return;
      keepUnsent(key, JSON.stringify(before));
      setTyped(before);
    },
    [key],
  );
  const getId = () => {
    fresh.current ||= newId();
    return typed?.id ?? fresh.current;
  };
  return {
    fields: { ...given, ...typed?.fields },
    isTyped: typed !== null,
    getId,
    write,
    forget,
    restore: () => restore(typed),
  };
}
