'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useUnsent } from '#components/prompts/use-unsent';
import { Button } from '#components/ui/button';
import { TextArea } from '#components/ui/field';
import { Form, useFailureWords, useForm } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { longestThanksAnswer } from '#lib/thanks/kinds';
import type { ThanksView } from '#lib/thanks/view';

/**
 * What may be done with what I was given: say that it has arrived, answer in a line, or close it. Closing tells nobody
 * anything. Of all three the page leaves this moment.
 */
export function Receive({
  thanks: { id, isReceived, answer, isNew },
  name,
  onDone,
}: {
  thanks: ThanksView;
  name: string;
  onDone: () => void | Promise<void>;
}) {
  const t = useTranslations('thanks.moment');
  const { show } = useToast();
  const sayFailure = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isAnswering, setAnswering] = useState(false);
  const path = `/api/thanks/${id}`;

  // Said here: over the whole screen no notice would be seen.
  const tell = async (what: 'received' | 'seen') => {
    setBusy(true);
    const sent = await send('PUT', `${path}/${what}`);
    setBusy(false);
    setProblem(sent.ok ? undefined : sayFailure(sent.failure));
    return sent.ok;
  };
  const receive = async () => {
    if (!(await tell('received'))) return;
    await onDone();
    show(t('received', { name }), { tone: 'calm' });
  };
  const close = async () => {
    if (isNew && !(await tell('seen'))) return;
    await onDone();
  };
  if (isAnswering) return <AnswerForm id={id} name={name} onClose={() => setAnswering(false)} onDone={onDone} />;
  return (
    <>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      {!answer && (
        <div className="flex w-full flex-wrap justify-center gap-2.5">
          {!isReceived && (
            <Button size="large" busy={busy} onClick={() => void receive()} className="flex-1 whitespace-nowrap">
              {t('receive')}
            </Button>
          )}
          <Button look="quiet" size="large" onClick={() => setAnswering(true)} className="flex-1 whitespace-nowrap">
            {t('answer')}
          </Button>
        </div>
      )}
      <Button look="plain" onClick={() => void close()}>
        {t('close')}
      </Button>
      {!isReceived && <p className="wrap-anywhere text-center text-muted text-sm">{t('only', { name })}</p>}
    </>
  );
}

function AnswerForm({
  id,
  name,
  onClose,
  onDone,
}: {
  id: string;
  name: string;
  onClose: () => void;
  onDone: () => void | Promise<void>;
}) {
  const t = useTranslations('thanks.moment');
  const { show } = useToast();
  const unsent = useUnsent('thanks-answer', id);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  const form = useForm({
    action: `/api/thanks/${id}/answer`,
    method: 'PUT',
    body: () => ({ text: unsent.text }),
    fieldWords: { text: { required: t('answerRequired') } },
    onDone: async () => {
      unsent.forget();
      await onDone();
      show(t('answered', { name }), { tone: 'calm' });
    },
  });
  return (
    <div ref={place} className="w-full">
      <Form form={form} className="gap-3">
        <TextArea
          {...form.field('text')}
          label={t('answerLabel')}
          hint={t('answerHint')}
          required
          limit={longestThanksAnswer}
          minRows={2}
          value={unsent.text}
          onChange={(event) => unsent.write(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="plain" onClick={onClose}>
            {t('notNow')}
          </Button>
          <Button type="submit" busy={form.busy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
