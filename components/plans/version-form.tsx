'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { Notice } from '#components/ui/notice';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { newId } from '#lib/id';
import { longestPlan } from '#lib/plans/kinds';
import { LetWordsGo } from './let-words-go';
import { type PlanFields, toPlanBody } from './plan-fields';
import { useTyped } from './use-typed';
import { WhenFields } from './when-fields';

export type VersionWay = 'countered' | 'combined';

/** Another version of a plan: as it would suit me, or out of both. */
export function VersionForm({
  planId,
  way,
  lastN,
  given,
  ideaId,
  partnerName,
  title,
  lead,
  sides,
  onDone,
  onLeave,
}: {
  planId: string;
  way: VersionWay;
  /** The version that it answers. */
  lastN: number;
  given: PlanFields;
  ideaId: string | null;
  partnerName: string;
  title: string;
  lead: string;
  /** What stands beside it to choose from. */
  sides?: ReactNode;
  onDone: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('plans');
  const { refresh } = useLive();
  const { show } = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  // Which version it answers is kept with the words: that it is no longer the last must be said before it is sent.
  const { fields, isTyped, write, forget, restore } = useTyped({ ...given, after: lastN }, 'plan', planId, way);
  const sent = useRef({ words: '', id: '' });
  const isLate = fields.after !== lastN;

  const form = useForm<unknown>({
    action: async () => {
      const body = { kind: way, after: lastN, ...toPlanBody(fields, ideaId) };
      // One id means one version: what is sent again is what was sent.
      const words = JSON.stringify(body);
      if (sent.current.words !== words) sent.current = { words, id: newId() };
      const answer = await send('PUT', `/api/plans/${planId}/versions/${sent.current.id}`, body);
      if (!answer.ok && answer.failure.code === 'plan_changed') await refresh();
      return answer;
    },
    words: { plan_changed: t('reply.meanwhile') },
    fieldWords: {
      title: { required: t('form.titleRequired'), too_long: t('form.titleTooLong') },
      'when.day': { invalid: t('form.dayWrong') },
    },
    onDone: async () => {
      forget();
      await refresh();
      onDone();
      show(t('reply.sent', { name: partnerName }), { tone: 'calm' });
      document.getElementById('title')?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    },
  });

  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="title text-xl">
          {title}
        </h2>
        <p className="text-muted text-sm">{lead}</p>
      </div>
      {sides}
      <Form form={form}>
        <TextField
          {...form.field('title')}
          label={t('form.titleTogether')}
          required
          autoComplete="off"
          dir="auto"
          value={fields.title}
          onChange={(event) => write({ title: event.target.value })}
        />
        <TextArea
          {...form.field('text')}
          label={
            <>
              {t('form.text')} <span className="font-normal text-muted">· {t('form.optional')}</span>
            </>
          }
          limit={longestPlan}
          minRows={3}
          value={fields.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        <WhenFields form={form} fields={fields} onChange={write} />
        {isLate && !form.problem && (
          <Notice tone="ours" role="status">
            {t('reply.meanwhile')}
          </Notice>
        )}
        {isTyped && <LetWordsGo forget={forget} restore={restore} />}
        <div className="flex flex-wrap justify-end gap-2.5 max-sm:flex-col-reverse">
          <Button look="plain" onClick={onLeave}>
            {t('reply.close')}
          </Button>
          <Button type="submit" busy={form.busy}>
            {t('reply.send', { name: partnerName })}
          </Button>
        </div>
      </Form>
    </div>
  );
}
