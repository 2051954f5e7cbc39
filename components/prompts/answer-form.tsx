'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { TextArea } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { longestAnswer } from '#lib/prompts/kinds';
import { useSealed } from './opening';
import { useAnswer } from './use-answer';

/** Where an answer is written: saved as one types, shared by one press. */
export function AnswerForm({
  promptId,
  draft,
  given,
  aside,
  onShared,
  onLeave,
}: {
  promptId: string;
  draft: string | null;
  given?: string;
  /** Beside the button: what else one may do with the question. */
  aside?: ReactNode;
  onShared?: () => void;
  /** Ends changing an answer without a change. */
  onLeave?: () => void;
}) {
  const t = useTranslations('prompts');
  const { partnerName } = useLive();
  const { form, text, status, busy, problem, submit, write, forget } = useAnswer({ promptId, draft, given, onShared });
  useSealed(promptId);
  const words = { quiet: '', saved: t('answer.kept'), here: t('answer.keptHere'), nowhere: t('answer.unkept') }[status];
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {problem.whole && (
        <Notice tone="danger" role="alert" data-problem tabIndex={-1}>
          {problem.whole}
        </Notice>
      )}
      <TextArea
        name="text"
        label={t('answer.label')}
        labelHidden
        placeholder={partnerName ? t('answer.onlyPartner', { name: partnerName }) : t('answer.onlyPartnerAlone')}
        value={text}
        onChange={(event) => write(event.target.value)}
        error={problem.field}
        limit={longestAnswer}
        minRows={4}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p className="min-h-5 text-muted text-sm">{words}</p>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1.5">
          {aside}
          {onLeave && (
            <Button
              look="plain"
              onClick={async () => {
                await forget();
                onLeave();
              }}
            >
              {t('waiting.leave')}
            </Button>
          )}
          <Button type="submit" busy={busy}>
            {given === undefined ? t('answer.share') : t('waiting.save')}
          </Button>
        </div>
      </div>
    </form>
  );
}
