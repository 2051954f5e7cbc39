'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { Button, ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import type { Day, Time } from '#lib/clock';
import { longestHint } from '#lib/plans/kinds';
import { focusTitleOf } from './focus-title';
import { LetWordsGo } from './let-words-go';
import { toWhenBody, type WhenFields as When } from './plan-fields';
import { TeasedCard } from './teased-card';
import { useTyped } from './use-typed';
import { WhenFields } from './when-fields';

export type TeaserFields = When & { wear: string; children: string; note: string };

const said = (text: string) => text.trim() || undefined;

/** What my partner must know of a sealed surprise, and beside it exactly what they will see. */
export function TeaserForm({
  planId,
  given,
  isGiven,
  name,
  partnerName,
}: {
  planId: string;
  given: TeaserFields;
  /** It was given before: this changes it. */
  isGiven: boolean;
  name: string;
  partnerName: string;
}) {
  const t = useTranslations('plans');
  const router = useRouter();
  const { refresh } = useLive();
  const { show } = useToast();
  const { fields, isTyped, write, forget, restore } = useTyped(given, 'teaser', planId);
  const { wear, children, note, day, time, minutes } = fields;
  const page = `/plans/${planId}`;
  const form = useForm<unknown>({
    action: `/api/plans/${planId}/teaser`,
    method: 'PUT',
    body: () => ({ when: toWhenBody(fields), wear: said(wear), children: said(children), note: said(note) }),
    words: { plan_changed: t('form.changed') },
    fieldWords: {
      'when.day': { required: t('teaser.dayRequired', { name: partnerName }), invalid: t('form.dayWrong') },
    },
    onDone: async () => {
      router.push(page);
      await refresh();
      forget();
      show(t('teaser.given', { name: partnerName }), { tone: 'calm' });
      focusTitleOf(page);
    },
  });
  return (
    <div className="flex flex-col gap-6">
      <Card as="div" className="sm:p-7">
        <Form form={form}>
          <WhenFields form={form} fields={fields} onChange={write} required />
          <TextField
            {...form.field('wear')}
            label={t('teaser.wear')}
            placeholder={t('teaser.wearHint')}
            autoComplete="off"
            dir="auto"
            value={wear}
            onChange={(event) => write({ wear: event.target.value })}
          />
          <TextField
            {...form.field('children')}
            label={t('teaser.children')}
            autoComplete="off"
            dir="auto"
            value={children}
            onChange={(event) => write({ children: event.target.value })}
          />
          <TextArea
            {...form.field('note')}
            label={t('teaser.note')}
            placeholder={t('teaser.noteHint')}
            limit={longestHint}
            minRows={2}
            value={note}
            onChange={(event) => write({ note: event.target.value })}
          />
          {isTyped && <LetWordsGo forget={forget} restore={restore} />}
          <div className="flex flex-wrap justify-end gap-2.5 max-sm:flex-col-reverse">
            <ButtonLink href={page} look="plain">
              {isGiven || isTyped ? t('reply.close') : t('teaser.none')}
            </ButtonLink>
            <Button type="submit" busy={form.busy}>
              {t(isGiven ? 'teaser.save' : 'teaser.send', { name: partnerName })}
            </Button>
          </div>
        </Form>
      </Card>
      <section aria-labelledby="preview" className="flex flex-col gap-3">
        <h2 id="preview" className="text-muted text-sm">
          {t('teaser.preview', { name: partnerName })}
        </h2>
        <TeasedCard
          teased={{
            when: day ? { day: day as Day, time: (time as Time) || null, minutes: Number(minutes) || null } : null,
            wear: wear.trim() || null,
            children: children.trim() || null,
            note: note.trim() || null,
          }}
          name={name}
          level={3}
        />
      </section>
    </div>
  );
}
