'use client';

import { PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { LetWordsGo } from '#components/plans/let-words-go';
import { useHeldFocus } from '#components/plans/use-held-focus';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { newId } from '#lib/id';
import { longestPart, type RecordPart } from '#lib/talks/kinds';
import type { RecordPartView } from '#lib/talks/view';

/** A part as I write it. Which version it changes is kept with the words: that it is no longer the last must be said first. */
function usePart(talkId: string, kind: RecordPart, saved: RecordPartView | null) {
  const [text, n] = [saved?.text ?? '', saved?.n ?? 0];
  const typed = useTyped({ text, after: n }, 'record', talkId, kind);
  const isUnsent = typed.isTyped && typed.fields.text.trim() !== '' && typed.fields.text.trim() !== text.trim();
  return { ...typed, n, isUnsent, isOvertaken: typed.isTyped && typed.fields.after !== n };
}

type Part = ReturnType<typeof usePart>;
type Props = { talkId: string; kind: RecordPart; name: string };

/** One part of what is written down, and the form for another version of it. It is open where words wait to be sent. */
export function RecordPartEditor({
  saved,
  children,
  ...props
}: Props & {
  saved: RecordPartView | null;
  /** The words as they stand. */
  children: ReactNode;
}) {
  const t = useTranslations('talks.record');
  const [isOpen, setOpen] = useState<'asked' | 'found' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const part = usePart(props.talkId, props.kind, saved);
  const label = `${saved?.text ? 'change' : 'write'}${props.kind === 'said' ? 'Mine' : 'Tries'}` as const;
  const isFound = useRef(false);
  useEffect(() => {
    if (!part.isUnsent || isFound.current) return;
    isFound.current = true;
    setOpen((before) => before ?? 'found');
  }, [part.isUnsent]);
  const open = () => {
    isFound.current = true;
    setOpen('asked');
  };
  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {children}
      {isOpen ? (
        <PartForm {...props} part={part} takesFocus={isOpen === 'asked'} onClose={close} />
      ) : (
        <Button
          ref={button}
          look="quiet"
          size="small"
          icon={<PenLine aria-hidden="true" strokeWidth={1.75} className="size-4" />}
          aria-label={t(label)}
          onClick={open}
        >
          {t(saved?.text ? 'change' : 'write')}
        </Button>
      )}
    </div>
  );
}

function PartForm({
  talkId,
  kind,
  name,
  part,
  takesFocus,
  onClose,
}: Props & { part: Part; takesFocus: boolean; onClose: () => void }) {
  const t = useTranslations('talks.record');
  const { refresh } = useLive();
  const { show } = useToast();
  const { fields, n, isTyped, isOvertaken, write, forget, restore } = part;
  const place = useRef<HTMLDivElement>(null);
  useHeldFocus(place);
  const sent = useRef({ words: '', id: '' });
  const meanwhile = t(kind === 'said' ? 'meanwhileOwn' : 'meanwhile', { name });
  const form = useForm<unknown>({
    action: async () => {
      const body = { kind, text: fields.text.trim(), after: fields.after };
      // One id means one version: what is sent again is what was sent.
      const words = JSON.stringify(body);
      if (sent.current.words !== words) sent.current = { words, id: newId() };
      const answer = await send('PUT', `/api/talks/${talkId}/parts/${sent.current.id}`, body);
      if (!answer.ok && answer.failure.code === 'record_changed') await refresh();
      return answer;
    },
    words: { record_changed: meanwhile },
    fieldWords: { text: { required: t('required') } },
    onDone: async () => {
      forget();
      await refresh();
      show(t('kept'), { tone: 'calm' });
      onClose();
    },
  });
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  return (
    <div ref={place} className="w-full">
      <Form form={form} className="gap-4">
        <TextArea
          {...form.field('text')}
          label={t(kind === 'said' ? 'mineLabel' : 'triesLabel')}
          hint={t('hint', { name })}
          required
          limit={longestPart}
          minRows={3}
          value={fields.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        {isOvertaken && (
          <Notice tone="ours" role="status">
            {!form.problem && <p>{meanwhile}</p>}
            <div className="flex flex-wrap gap-2 pt-2">
              <Button look="quiet" size="small" onClick={() => write({ after: n })}>
                {t('onMine')}
              </Button>
              <Button
                look="plain"
                size="small"
                onClick={() => {
                  forget();
                  onClose();
                }}
              >
                {t('leaveIt')}
              </Button>
            </div>
          </Notice>
        )}
        {isTyped && !isOvertaken && <LetWordsGo forget={forget} restore={restore} />}
        <div className="flex flex-wrap justify-end gap-2.5 max-sm:flex-col-reverse">
          <Button look="plain" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button type="submit" look="quiet" busy={form.busy} disabled={isOvertaken}>
            {t('keep')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
