'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useFailureWords } from '#components/ui/form';
import { type Failure, send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { newId } from '#lib/id';
import { noteShared } from './opening';
import { useDraft } from './use-draft';

type Options = {
  promptId: string;
  draft: string | null;
  /** The answer as I gave it, when I change it. */
  given?: string;
  onShared?: () => void;
};

/** One answer from the first key to the moment it is sealed, or opens. */
export function useAnswer({ promptId, draft: saved, given, onShared }: Options) {
  const t = useTranslations('prompts.answer');
  const { refresh } = useLive();
  const { announce } = useToast();
  const router = useRouter();
  const pathname = usePathname();
  const sayFailure = useFailureWords();
  const { text, status, draft } = useDraft(promptId, saved, given);
  const form = useRef<HTMLFormElement>(null);
  const answerId = useRef('');
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ field?: string; whole?: string; isAway?: boolean }>({});

  useEffect(() => {
    if (problem.field) form.current?.querySelector('textarea')?.focus();
    else if (problem.whole) form.current?.querySelector<HTMLElement>('[data-problem]')?.focus();
  }, [problem]);

  // The draft has arrived again, so the answer will too: the warning has done its work.
  const isBack = problem.isAway && status === 'saved';
  useEffect(() => {
    if (isBack) setProblem({});
  }, [isBack]);

  const explain = (failure: Failure) => {
    const field = failure.fields.text;
    if (field) return { field: field === 'too_long' ? t('tooLong') : sayFailure(failure) };
    const words = { revealed: t('revealed'), swapped: t('swapped'), not_found: t('gone') };
    return { whole: sayFailure(failure, words), isAway: failure.kind !== 'refused' };
  };

  const share = async () => {
    await draft().hold();
    answerId.current ||= newId();
    const path = `/api/prompts/${promptId}/answer`;
    const sent = await send<{ state: 'waiting' | 'revealed' }>('PUT', path, { id: answerId.current, text });
    if (!sent.ok) {
      draft().release();
      setProblem(explain(sent.failure));
      if (sent.failure.kind === 'refused' && sent.failure.status === 409) await refresh();
      return;
    }
    draft().forget();
    noteShared(promptId);
    const opened = sent.data.state === 'revealed';
    announce(opened ? t('opened') : t('shared'));
    const page = `/questions/${promptId}`;
    if (opened && pathname !== page) router.push(page);
    await refresh();
    onShared?.();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.current) return;
    setProblem({});
    if (!text.trim()) {
      setProblem({ field: t('required') });
      return;
    }
    sending.current = true;
    setBusy(true);
    await share();
    sending.current = false;
    setBusy(false);
  };

  return {
    form,
    text,
    status,
    busy,
    problem,
    submit,
    write: (value: string) => {
      // One id means one text: what is sent again is what was sent.
      answerId.current = '';
      setProblem({});
      draft().write(value);
    },
    /** Lets the change go. */
    forget: async () => {
      await draft().hold();
      draft().forget();
      await send('DELETE', `/api/prompts/${promptId}/draft`);
    },
  };
}
