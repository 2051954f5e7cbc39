'use client';

import { LockKeyhole } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button, TextLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { longestPlan, type PlanKind } from '#lib/plans/kinds';
import { focusTitleOf } from './focus-title';
import { type OpeningFields as Opening, toSealBody } from './opening';
import { OpeningFields } from './opening-fields';
import { type PlanFields, toPlanBody } from './plan-fields';
import { namesOfNew, useTyped } from './use-typed';
import { WhenFields } from './when-fields';

/** What the person wants with what is written. */
type Intent = 'keep' | 'go';

/** Where a plan is written that nobody else sees yet: a new one, a draft, or a sealed surprise. */
export function PlanForm({
  kind,
  planId,
  isSealed,
  given,
  ideaId,
  promptId,
  newsId,
}: {
  kind: PlanKind;
  /** Null for a new one: its id is made here. */
  planId: string | null;
  isSealed?: boolean;
  given: PlanFields & Opening;
  ideaId?: string | null;
  promptId?: string | null;
  /** The good news that it celebrates. */
  newsId?: string | null;
}) {
  const t = useTranslations('plans.form');
  const { partnerName: name, refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const intent = useRef<Intent>('go');
  const element = useRef<HTMLDivElement>(null);
  const names = planId ? ['plan', planId] : namesOfNew(kind, ideaId ?? promptId ?? newsId);
  const { fields, isTyped, getId, write, forget } = useTyped(given, ...names);
  const id = () => planId ?? getId();
  const isSurprise = kind === 'surprise';

  const form = useForm<unknown>({
    action: async () => {
      const path = `/api/plans/${id()}`;
      const begun = planId === null && promptId ? { promptId } : {};
      const kept = await send('PUT', path, { kind, ...begun, ...toPlanBody(fields, ideaId) });
      if (!kept.ok || intent.current === 'keep') return kept;
      return isSurprise ? send('PUT', `${path}/seal`, toSealBody(fields)) : send('PUT', `${path}/proposal`);
    },
    words: { plan_changed: t('changed') },
    fieldWords: {
      title: { required: t('titleRequired'), too_long: t('titleTooLong') },
      'when.day': { invalid: t('dayWrong') },
      opens: { invalid: t('opensPassed') },
      'opens.day': { required: t('opensRequired'), invalid: t('dayWrong') },
      'opens.time': { required: t('opensRequired') },
    },
    onDone: async () => {
      const isKept = intent.current === 'keep';
      const plan = `/plans/${id()}`;
      const page = isKept ? '/plans' : isSurprise && !isSealed ? `${plan}/teaser` : plan;
      router.push(page);
      await refresh();
      forget();
      if (isKept) show(t('kept'), { tone: 'calm' });
      else if (isSurprise) show(t(isSealed ? 'saved' : 'sealed'), { tone: 'calm' });
      else show(t('proposed', { name: name ?? '' }), { tone: 'calm' });
      focusTitleOf(page);
    },
  });

  const press = (wanted: Intent) => {
    intent.current = wanted;
  };
  const keep = () => {
    press('keep');
    element.current?.querySelector('form')?.requestSubmit();
  };

  return (
    <Card as="div" className="sm:p-7">
      <div ref={element}>
        <Form form={form}>
          {form.failure?.code === 'plan_changed' && (
            <TextLink href={`/plans/${id()}`} className="-mt-2 self-start">
              {t('changedLook')}
            </TextLink>
          )}
          <TextField
            {...form.field('title')}
            label={t(isSurprise ? 'titleSurprise' : 'titleTogether')}
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
                {t('text')} <span className="font-normal text-muted">· {t('optional')}</span>
              </>
            }
            limit={longestPlan}
            minRows={3}
            value={fields.text}
            onChange={(event) => write({ text: event.target.value })}
          />
          <WhenFields form={form} fields={fields} onChange={write} />
          {isSurprise && name && <OpeningFields form={form} fields={fields} name={name} onChange={write} />}
          <div className="flex flex-col gap-4 border-line border-t pt-5">
            <p className="flex gap-2.5 text-muted text-sm">
              <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-theirs" />
              <span>
                {!name ? t('alone') : isSurprise ? t(isSealed ? 'sealedText' : 'sealText', { name }) : t('proposeText')}
                {isTyped && <span className="block">{t('typed')}</span>}
              </span>
            </p>
            <div className="flex flex-wrap justify-end gap-2.5 max-sm:flex-col-reverse">
              {!isSealed && name && (
                <Button look="quiet" busy={form.busy && intent.current === 'keep'} onClick={keep}>
                  {t('keep')}
                </Button>
              )}
              {name ? (
                <Button type="submit" busy={form.busy && intent.current === 'go'} onClick={() => press('go')}>
                  {isSealed ? t('save') : isSurprise ? t('seal') : t('propose', { name })}
                </Button>
              ) : (
                <Button type="submit" busy={form.busy} onClick={() => press('keep')}>
                  {t('keep')}
                </Button>
              )}
            </div>
          </div>
        </Form>
      </div>
    </Card>
  );
}
