'use client';

import { LockKeyhole, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useToday } from '#components/plans/use-today';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { ChipButton } from '#components/ui/chip';
import { Segmented } from '#components/ui/choice';
import { TextArea, TextField } from '#components/ui/field';
import { Form, type FormState, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { longestThanks, thanksWays } from '#lib/thanks/kinds';
import type { ThanksView } from '#lib/thanks/view';
import { type ThanksFields, type ThanksWhen, toThanksBody } from './thanks-fields';
import { WayIcon } from './way-icon';

type Write = (change: Partial<ThanksFields>) => void;

/** The words of the button, and of what is said once it was pressed. */
const acts = {
  now: ['give', 'given'],
  time: ['giveThen', 'givenThen'],
  talk: ['saveTalk', 'savedTalk'],
  kept: ['keep', 'kept'],
} as const satisfies Record<ThanksWhen, readonly string[]>;

/** Where a thank-you is written: one line and a button; more of it for whoever wants more. */
export function ThanksForm({
  thanksId,
  given,
  origin = '',
  takesFocus,
}: {
  /** Null for a new one: its id is made here. */
  thanksId: string | null;
  given: ThanksFields;
  /** What the first line came with. */
  origin?: string;
  takesFocus?: boolean;
}) {
  const t = useTranslations('thanks.form');
  const { partnerName: name, refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const { fields, isTyped, getId, write, forget } = useTyped(given, 'thanks', thanksId ?? 'new', origin);
  const place = useRef<HTMLDivElement>(null);
  const isAlone = name === null;
  const when: ThanksWhen = isAlone && fields.when !== 'talk' ? 'kept' : fields.when;
  const [act, done] = acts[when];
  const form = useForm<ThanksView>({
    action: `/api/thanks/${thanksId ?? getId()}`,
    method: 'PUT',
    body: () => toThanksBody(fields, isAlone),
    fieldWords: {
      did: { required: t('didRequired'), too_long: t('tooLong') },
      says: { too_long: t('tooLong') },
      was: { too_long: t('tooLong') },
      give: { invalid: t('passed') },
    },
    onDone: async () => {
      show(name ? t(done, { name }) : t('kept'), { tone: 'calm' });
      forget();
      if (thanksId || origin) router.push('/thanks');
      await refresh();
    },
  });
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);

  return (
    <Card as="div" className="sm:p-7">
      <div ref={place}>
        <Form form={form} aria-label={t('label')}>
          <TextArea
            {...form.field('did')}
            label={<span className="title wrap-anywhere text-xl">{name ? t('did', { name }) : t('didAlone')}</span>}
            hint={t('didHint')}
            required
            limit={longestThanks}
            minRows={2}
            value={fields.did}
            onChange={(event) => write({ did: event.target.value })}
          />
          <More form={form} fields={fields} write={write} />
          <div className="flex flex-wrap items-end justify-between gap-x-5 gap-y-4">
            {isAlone ? (
              <p className="min-w-[min(14rem,100%)] flex-1 text-muted text-sm">{t('alone')}</p>
            ) : (
              <When form={form} fields={fields} write={write} name={name} />
            )}
            <Button type="submit" size="large" busy={form.busy} className="max-sm:w-full sm:ml-auto">
              {t(thanksId && when === 'kept' ? 'save' : act)}
            </Button>
          </div>
          {isTyped && (
            <p className="-mt-2 flex items-center gap-1.5 text-muted text-sm">
              <LockKeyhole aria-hidden="true" className="size-3.5 shrink-0" />
              {t('typed')}
            </p>
          )}
        </Form>
      </div>
    </Card>
  );
}

/** The two other lines, and how it is shown. Closed until somebody wants them, or they hold something. */
function More({ form, fields, write }: { form: FormState; fields: ThanksFields; write: Write }) {
  const t = useTranslations('thanks.form');
  const { partnerName: name } = useLive();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { says, was, way } = fields;
  if (!isOpen && !says && !was && !way)
    return (
      <Button
        look="quiet"
        size="small"
        icon={<Plus aria-hidden="true" className="size-4" />}
        className="-mt-1 self-start"
        onClick={() => {
          setOpen(true);
          requestAnimationFrame(() => place.current?.querySelector('textarea')?.focus());
        }}
      >
        {t('more')}
      </Button>
    );
  return (
    <div ref={place} className="flex flex-col gap-5">
      <TextArea
        {...form.field('says')}
        label={name ? t('says', { name }) : t('saysAlone')}
        hint={t('saysHint')}
        limit={longestThanks}
        minRows={1}
        value={says}
        onChange={(event) => write({ says: event.target.value })}
      />
      <TextArea
        {...form.field('was')}
        label={t('was')}
        hint={t('wasHint')}
        limit={longestThanks}
        minRows={1}
        value={was}
        onChange={(event) => write({ was: event.target.value })}
      />
      <WayChoice fields={fields} write={write} />
    </div>
  );
}

function WayChoice({ fields: { way }, write }: { fields: ThanksFields; write: Write }) {
  const t = useTranslations('thanks');
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold text-sm">{t('form.way')}</legend>
      <p className="mb-2.5 text-muted text-sm">{t('form.wayHint')}</p>
      <div className="flex flex-wrap gap-2">
        {thanksWays.map((one) => (
          <ChipButton
            key={one}
            tone="mine"
            pressed={way === one}
            icon={<WayIcon way={one} />}
            onClick={() => write({ way: way === one ? '' : one })}
          >
            {t(`ways.${one}`)}
          </ChipButton>
        ))}
      </div>
    </fieldset>
  );
}

function When({
  form,
  fields: { when, day, time },
  write,
  name,
}: {
  form: FormState;
  fields: ThanksFields;
  write: Write;
  name: string;
}) {
  const t = useTranslations('thanks.form');
  const today = useToday();
  const passed = form.field('give').error;
  return (
    <div className="flex min-w-[min(19rem,100%)] max-w-md flex-1 flex-col gap-3">
      <Segmented<ThanksWhen>
        legend={t('when')}
        legendHidden
        name="when"
        value={when === 'kept' ? 'now' : when}
        onChange={(value) => write({ when: value })}
        options={[
          { value: 'now', label: t('now') },
          { value: 'time', label: t('time') },
          { value: 'talk', label: t('talk') },
        ]}
      />
      {when === 'talk' && <p className="text-muted text-sm">{t('talkHint')}</p>}
      {when === 'time' && (
        <>
          <div className="flex flex-wrap items-start gap-3">
            <TextField
              {...form.field('give.day')}
              type="date"
              min={today}
              max="2099-12-31"
              required
              label={t('day')}
              value={day}
              onChange={(event) => write({ day: event.target.value })}
              className="min-w-[min(10rem,100%)] flex-[2]"
            />
            <TextField
              {...form.field('give.time')}
              error={form.field('give.time').error ?? passed}
              type="time"
              required
              label={t('clock')}
              value={time}
              onChange={(event) => write({ time: event.target.value })}
              className="min-w-[min(7rem,100%)] flex-1"
            />
          </div>
          <p className="wrap-anywhere text-muted text-sm">{t('timeHint', { name })}</p>
        </>
      )}
    </div>
  );
}
