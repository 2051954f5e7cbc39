'use client';

import { useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useTyped } from '#components/plans/use-typed';
import { type Sent, send } from '#components/ui/send';
import type { RecordPart } from '#lib/talks/kinds';
import type { RecordPartView, RecordView } from '#lib/talks/view';
import { useSentId } from './use-sent-id';

/** The element that says of a part that it was overtaken. */
export const overtakenId = (kind: RecordPart) => `overtaken-${kind}`;

/** An answer may be ahead of the page, and the page of an answer. */
const laterOf = (saved: RecordPartView | null, answered: RecordPartView | null) =>
  answered && answered.n > (saved?.n ?? 0) ? answered : saved;

/**
 * A part of a talk's record as I write it. This browser keeps what is typed until the server has it, with the version that it
 * was begun on: that this is no longer the last is said first, whoever wrote another, and the words stay.
 * @param saved how it stands, as the page read it
 */
export function usePart(talkId: string, kind: RecordPart, saved: RecordPartView | null) {
  const { refresh } = useLive();
  const idOf = useSentId();
  const [answered, setAnswered] = useState<RecordPartView | null>(null);
  const stands = laterOf(saved, answered);
  const before = stands?.text ?? '';
  const n = stands?.n ?? 0;
  const typed = useTyped({ text: before, after: n }, 'record', talkId, kind);
  const { text } = typed.fields;
  const words = text.trim();
  const isChanged = typed.isTyped && words !== before.trim();
  // What is the same as the last version builds on it.
  const after = isChanged ? typed.fields.after : n;
  const latest = useRef(words);
  latest.current = words;

  /** @returns whether nothing is left to be kept; where it was overtaken, the page says so */
  const keep = async (): Promise<Sent<boolean>> => {
    const body = { kind, text: words, after };
    const id = idOf(JSON.stringify(body));
    const sent = await send<RecordView>('PUT', `/api/talks/${talkId}/parts/${id}`, body);
    if (!sent.ok && sent.failure.code !== 'record_changed') return sent;
    const record = sent.ok ? sent.data : (sent.failure.present as RecordView | undefined);
    const last = (kind === 'said' ? record?.mine : record?.tries) ?? null;
    setAnswered(last);
    // Overtaken by the very same words, they are kept.
    const isKept = sent.ok || last?.text === words;
    const isAll = isKept && latest.current === words;
    if (isAll) typed.forget();
    else if (isKept) typed.write({ after: (record?.trail.find((part) => part.id === id) ?? last)?.n ?? n });
    await refresh();
    if (!isKept) document.getElementById(overtakenId(kind))?.focus();
    return { ok: true, data: isAll };
  };

  return {
    kind,
    text,
    stands,
    /** Something else is typed than stands. */
    isChanged,
    /** It is more than nothing, and waits to be kept. */
    isUnsent: isChanged && words !== '',
    /** Another version was written while I typed. */
    isOvertaken: isChanged && after !== n,
    write: (change: string) => typed.write({ text: change, after }),
    /** Builds on the version that stands now. */
    putOn: () => typed.write({ after: n }),
    keep,
    forget: typed.forget,
    restore: typed.restore,
  };
}

export type Part = ReturnType<typeof usePart>;
