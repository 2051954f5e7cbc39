'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { type Intent, longestAnswer } from '#lib/prompts/kinds';
import { useUnsent } from './use-unsent';

/** Words that follow a reveal: a response in one of the three ways, or an addition to my own answer. */
export function RespondForm({
  promptId,
  base = `/api/prompts/${promptId}/responses`,
  intent,
  label,
  hint,
  action,
  close,
  takesFocus = true,
  onSaid,
  onClose,
}: {
  promptId: string;
  /** Where it is sent. */
  base?: string;
  intent: Intent;
  label: string;
  hint: string;
  action: string;
  /** Words of the way out, when "Not now" is not what it does. */
  close?: string;
  takesFocus?: boolean;
  onSaid: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('prompts.respond');
  const { refresh } = useLive();
  const { announce } = useToast();
  const unsent = useUnsent(intent, promptId);
  const place = useRef<HTMLDivElement>(null);
  const form = useForm({
    action: `${base}/${unsent.id}`,
    method: 'PUT',
    body: () => ({ intent, text: unsent.text }),
    words: { conflict: t('full') },
    fieldWords: { text: { required: t('required') } },
    onDone: async () => {
      unsent.forget();
      announce(t('said'));
      await refresh();
      onSaid();
    },
  });
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  return (
    <div ref={place}>
      <Form form={form} className="gap-3">
        <TextArea
          {...form.field('text')}
          label={<span className="title text-lg">{label}</span>}
          hint={hint}
          required
          value={unsent.text}
          onChange={(event) => unsent.write(event.target.value)}
          limit={longestAnswer}
          minRows={3}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="plain" onClick={onClose}>
            {close ?? t('close')}
          </Button>
          <Button type="submit" busy={form.busy}>
            {action}
          </Button>
        </div>
      </Form>
    </div>
  );
}
