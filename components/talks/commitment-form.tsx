'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { useToday } from '#components/plans/use-today';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { addDays } from '#lib/clock';
import { type Doer, longestCommitment } from '#lib/talks/kinds';
import type { CommitmentView } from '#lib/talks/view';
import type { Names } from './use-doer-words';
import { useSentId } from './use-sent-id';

/** Days after which a commitment is looked at again, unless another day is said. */
const reviewIn = 7;

/** Words of a commitment as I type them, which this browser keeps until they are offered. */
export function useTypedCommitment(talkId: string | null, earlier?: CommitmentView) {
  const today = useToday();
  const given: { text: string; doer: Doer; reviewOn: string } = {
    text: earlier?.text ?? '',
    doer: earlier?.doer ?? 'partner',
    reviewOn: addDays(today, reviewIn),
  };
  return useTyped(given, 'commitment', earlier?.id ?? talkId ?? '');
}

/** Words of a commitment that wait for the other's yes; they may take the place of an earlier one. */
export function CommitmentForm({
  talkId,
  earlier,
  typed: { fields, write, forget },
  names: { name, me },
  isFirst,
  takesFocus,
  onClose,
}: {
  /** The talk that it comes of. */
  talkId: string | null;
  earlier?: CommitmentView;
  typed: ReturnType<typeof useTypedCommitment>;
  names: Names;
  /** To offer it is the page's main act. */
  isFirst?: boolean;
  takesFocus: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('talks.commitments');
  const { refresh } = useLive();
  const { show } = useToast();
  const tomorrow = addDays(useToday(), 1);
  const idOf = useSentId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  const form = useForm({
    action: `/api/commitments/${idOf(JSON.stringify(fields))}`,
    method: 'PUT',
    body: () => ({
      ...fields,
      text: fields.text.trim(),
      ...(talkId && { talkId }),
      ...(earlier && { earlierId: earlier.id }),
    }),
    fieldWords: {
      text: { required: t('form.required') },
      reviewOn: { required: t('form.reviewWrong'), invalid: t('form.reviewWrong') },
    },
    onDone: async () => {
      forget();
      await refresh();
      show(t(me ? 'offeredOne' : 'offered', { name }), { tone: 'calm' });
      onClose();
    },
  });
  return (
    <div ref={place}>
      <Form form={form} className="gap-4">
        <TextArea
          {...form.field('text')}
          label={t('form.text')}
          hint={earlier ? t('form.changeHint', { name }) : t('form.hint')}
          required
          limit={longestCommitment}
          minRows={2}
          value={fields.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        <Segmented<Doer>
          legend={t('form.doer')}
          name="doer"
          value={fields.doer}
          onChange={(doer) => write({ doer })}
          options={[
            { value: 'partner', label: <span className="wrap-anywhere">{name}</span> },
            { value: 'me', label: t('form.doers.me') },
            { value: 'both', label: t('form.doers.both') },
          ]}
        />
        <TextField
          {...form.field('reviewOn')}
          type="date"
          required
          label={t('form.reviewOn')}
          min={tomorrow}
          max="2099-12-31"
          value={fields.reviewOn}
          onChange={(event) => write({ reviewOn: event.target.value })}
        />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button look="plain" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" look={isFirst ? 'primary' : 'quiet'} busy={form.busy}>
            {fields.doer === 'partner' && !me ? t('form.ask', { name }) : t('form.action')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
