'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { focusTitleOf } from '#components/plans/focus-title';
import { useToday } from '#components/plans/use-today';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Choices } from '#components/ui/choice';
import { Checkbox, TextArea, TextField } from '#components/ui/field';
import { Form, type FormState, useForm } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { type Line, lines, longestLine } from '#lib/sharings/kinds';
import { longestNoteTitle } from '#lib/talks/kinds';
import { ShapedWords } from './shaped-words';
import { emptySharing, namesOfSharing, type SharingFields, wordsOf } from './sharing-fields';

/** From sentences of an entry, or from nothing, to words that the other may read: which, how gently, how, and when. */
export function SharingForm({
  entryId,
  sentences,
  named,
  name,
}: {
  entryId: string | null;
  /** Of the entry. They are not sent. */
  sentences: string[];
  /** The feelings and needs that the entry names. */
  named: { felt: string[]; need: string[] };
  name: string;
}) {
  const t = useTranslations('sharings');
  const { refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const today = useToday();
  const { fields, getId, write, forget } = useTyped(emptySharing, ...namesOfSharing(entryId));
  const { picked, how, timing, day, time, heading } = fields;
  const words = wordsOf(fields);
  const isTalk = how === 'talk';
  const title = heading || defaultHeading(fields);
  const form = useForm<unknown>({
    action: async () => {
      const id = getId();
      if (!isTalk)
        return send('PUT', `/api/sharings/${id}`, {
          how,
          words,
          ...(timing === 'later' && { at: { day, time } }),
        });
      const text = lines.flatMap((line) => (words[line] ? `${t(`lines.${line}`)}\n${words[line]}` : [])).join('\n\n');
      // It may have been sent to go by itself, and only the answer was lost.
      const takenBack = await send('DELETE', `/api/sharings/${id}`);
      if (!takenBack.ok) return takenBack;
      const kept = await send('PUT', `/api/notes/${id}`, { kind: 'need', title, text });
      return kept.ok ? send('PUT', `/api/notes/${id}/bringing`, {}) : kept;
    },
    fieldWords: {
      felt: { required: t('required') },
      'words.felt': { required: t('required') },
      at: { invalid: t('when.invalid') },
    },
    onDone: async () => {
      const path = isTalk ? '/talk/notes' : `/feelings/shared/${getId()}`;
      router.push(path);
      await refresh();
      forget();
      if (isTalk) show(t('brought'), { tone: 'calm' });
      focusTitleOf(path);
    },
  });
  return (
    <Form form={form} className="gap-4">
      {entryId && (
        <Step title={t('pick.title')} text={t('pick.text', { name })}>
          {sentences.length === 0 ? (
            <p className="text-muted">{t('pick.none')}</p>
          ) : (
            <ul className="flex max-h-[50dvh] flex-col gap-0.5 overflow-y-auto overscroll-contain rounded-lg bg-sunk px-4 py-2">
              {sentences.map((sentence, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand twice; its place is what it is
                <li key={index}>
                  <Checkbox
                    label={
                      <span className="written" dir="auto">
                        {sentence}
                      </span>
                    }
                    checked={picked.includes(index)}
                    onChange={(event) =>
                      write({
                        picked: event.target.checked
                          ? [...picked, index].sort((a, b) => a - b)
                          : picked.filter((one) => one !== index),
                      })
                    }
                  />
                </li>
              ))}
            </ul>
          )}
        </Step>
      )}
      <Soften
        form={form}
        fields={fields}
        name={name}
        picked={picked.flatMap((index) => sentences[index] ?? [])}
        named={named}
        onWrite={write}
      />
      <Step title={t('how.title')}>
        <Choices
          legend={t('how.title')}
          legendHidden
          name="how"
          value={how}
          onChange={(value) => write({ how: value })}
          options={[
            { value: 'alone', label: t('how.alone', { name }), hint: t('how.aloneHint') },
            { value: 'together', label: t('how.together'), hint: t('how.togetherHint') },
            { value: 'talk', label: t('how.talk'), hint: t('how.talkHint') },
          ]}
        />
        {isTalk && (
          <TextField
            {...form.field('title')}
            label={t('how.heading')}
            hint={t('how.headingHint')}
            required
            maxLength={longestNoteTitle}
            autoComplete="off"
            dir="auto"
            value={title}
            onChange={(event) => write({ heading: event.target.value })}
          />
        )}
      </Step>
      {!isTalk && (
        <Step title={t('when.title')}>
          <Choices
            legend={t('when.title')}
            legendHidden
            name="timing"
            value={timing}
            onChange={(value) => write({ timing: value })}
            error={timing === 'now' ? form.field('at').error : undefined}
            options={[
              { value: 'now', label: t('when.now'), hint: t('when.nowHint') },
              { value: 'later', label: t('when.later') },
            ]}
          />
          {timing === 'later' && (
            <div className="flex flex-wrap items-start gap-3">
              <TextField
                {...form.field('at.day')}
                type="date"
                min={today}
                max="2099-12-31"
                required
                label={t('when.day')}
                value={day}
                onChange={(event) => write({ day: event.target.value })}
                className="min-w-[min(11rem,100%)] flex-[2]"
              />
              <TextField
                {...form.field('at.time')}
                error={form.field('at.time').error ?? form.field('at').error}
                type="time"
                required
                label={t('when.time')}
                value={time}
                onChange={(event) => write({ time: event.target.value })}
                className="min-w-[min(8.75rem,100%)] flex-1"
              />
            </div>
          )}
        </Step>
      )}
      {words.felt && !isTalk && (
        <section aria-labelledby="preview" className="flex flex-col gap-3 rounded-card bg-mine-tint p-5 sm:p-6">
          <h2 id="preview" className="font-semibold text-mine text-sm">
            {t('preview', { name })}
          </h2>
          <ShapedWords words={words} whose="mine" />
        </section>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-4">
        <p className="min-w-[min(14rem,100%)] flex-1 text-muted text-sm">{t('only', { name })}</p>
        <Button type="submit" busy={form.busy} size="large" className="max-sm:w-full">
          {t(isTalk ? 'bring' : 'share')}
        </Button>
      </div>
    </Form>
  );
}

/** What it is about, in one line: what is asked for, or needed, or felt. */
function defaultHeading({ need, would, felt }: SharingFields): string {
  const [line = ''] = (would || need || felt).trim().split('\n');
  return [...line].slice(0, longestNoteTitle).join('');
}

/** The four lines. What was picked stands under the one that is being written. */
function Soften({
  form,
  fields,
  name,
  picked,
  named,
  onWrite,
}: {
  form: FormState;
  fields: SharingFields;
  name: string;
  picked: string[];
  named: { felt: string[]; need: string[] };
  onWrite: (change: Partial<SharingFields>) => void;
}) {
  const t = useTranslations('sharings');
  const [active, setActive] = useState<Line>('when');
  // What the entry names stands at the line that it finishes, what was picked at any.
  const offered = [...(active === 'felt' || active === 'need' ? named[active] : []), ...picked];
  return (
    <Step title={t('soften.title')} text={t('soften.text')}>
      {lines.map((line) => (
        <div key={line} className="flex flex-col gap-2">
          <TextArea
            {...form.field(line)}
            onFocus={() => setActive(line)}
            error={form.field(line).error ?? form.field(`words.${line}`).error}
            label={<span className="title text-lg">{t(`lines.${line}`)}</span>}
            hint={t(`lines.${line}Hint`, { name })}
            required={line === 'felt'}
            limit={longestLine}
            minRows={2}
            value={fields[line]}
            onChange={(event) => onWrite({ [line]: event.target.value })}
          />
          {active === line && offered.length > 0 && (
            <ul className="flex flex-col gap-1.5">
              {offered.map((sentence) => (
                <li key={sentence}>
                  <button
                    type="button"
                    aria-label={t('soften.put', { sentence })}
                    onClick={() => onWrite({ [line]: [fields[line].trim(), sentence].filter(Boolean).join(' ') })}
                    className="flex min-h-11 w-full items-start gap-2.5 rounded-lg border border-line border-dashed px-3.5 py-2.5 text-left text-sm transition-colors duration-150 hover:border-edge hover:bg-lifted"
                  >
                    <Plus aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-mine" />
                    <span className="wrap-anywhere min-w-0" dir="auto">
                      {sentence}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Step>
  );
}

function Step({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <Card as="div" className="flex flex-col gap-4 sm:p-7">
      <div>
        <h2 className="title text-xl">{title}</h2>
        {text && <p className="text-muted text-sm">{text}</p>}
      </div>
      {children}
    </Card>
  );
}
