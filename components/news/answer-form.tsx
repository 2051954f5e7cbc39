'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { useHeldFocus } from '#components/plans/use-held-focus';
import { useUnsent } from '#components/prompts/use-unsent';
import { Button, ButtonLink } from '#components/ui/button';
import { ChipButton } from '#components/ui/chip';
import { TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { longestNewsAnswer, type NewsAnswerKind } from '#lib/news/kinds';
import { saidId } from './said-id';

/** One step of an answer to good news, or the reply to its question. */
export function AnswerForm({
  newsId,
  kind,
  partnerName: name,
  labelledBy,
  skipHref,
}: {
  newsId: string;
  kind: NewsAnswerKind;
  partnerName: string;
  /** The heading that asks. */
  labelledBy: string;
  /** Where the question is passed over. */
  skipHref?: string;
}) {
  const t = useTranslations('news.steps');
  const { refresh } = useLive();
  const { announce } = useToast();
  const unsent = useUnsent('news', newsId, kind);
  const place = useRef<HTMLDivElement>(null);
  useHeldFocus(place);
  const form = useForm<unknown>({
    action: `/api/news/${newsId}/answers/${unsent.id}`,
    method: 'PUT',
    body: () => ({ kind, text: unsent.text }),
    fieldWords: { text: { required: t('required'), too_long: t('tooLong'), invalid: t('tooLong') } },
    onDone: async () => {
      unsent.forget();
      await refresh();
      announce(t(`${kind}.said`, { name }));
      document.getElementById(saidId(kind))?.focus({ preventScroll: true });
    },
  });
  const field = {
    ...form.field('text'),
    label: t(`${kind}.title`, { name }),
    labelHidden: true,
    hint: t(`${kind}.hint`, { name }),
    required: true,
    value: unsent.text,
  };
  return (
    <div ref={place}>
      <Form form={form} className="gap-3" aria-labelledby={labelledBy}>
        {kind === 'celebrate' ? (
          <>
            <TextField
              {...field}
              autoComplete="off"
              dir="auto"
              onChange={(event) => unsent.write(event.target.value)}
            />
            <ul aria-label={t('celebrate.ideas')} className="flex flex-wrap gap-2">
              {(['first', 'second', 'third'] as const).map((idea) => (
                <li key={idea}>
                  <ChipButton className="text-left" onClick={() => unsent.write(t(`celebrate.${idea}`))}>
                    {t(`celebrate.${idea}`)}
                  </ChipButton>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <TextArea
            {...field}
            limit={longestNewsAnswer}
            minRows={2}
            onChange={(event) => unsent.write(event.target.value)}
          />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {skipHref && (
            <ButtonLink href={skipHref} look="plain" replace scroll={false}>
              {t('question.skip')}
            </ButtonLink>
          )}
          <Button type="submit" busy={form.busy}>
            {t(`${kind}.action`)}
          </Button>
        </div>
      </Form>
    </div>
  );
}
