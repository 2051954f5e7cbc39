'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { useTyped } from '#components/plans/use-typed';
import { useSentId } from '#components/talks/use-sent-id';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { Segmented } from '#components/ui/choice';
import { TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { addDays, dayIn } from '#lib/clock';
import { sayNearDay } from '#lib/i18n/when';
import { type Doer, longestCommitment } from '#lib/talks/kinds';
import type { CommitmentView } from '#lib/talks/view';
import { useTalkContext } from './talk-context';
import { useDoerWords } from './use-doer-words';

/** Days after which a commitment is looked at again, unless another day is said. */
const reviewIn = 7;

/** What one asked the other for in this talk, and what the other says to it; and for who has the word, writing it down. */
export function Offers({ commitments }: { commitments: readonly CommitmentView[] }) {
  const t = useTranslations('live.offer');
  const { talk, reader, shared } = useTalkContext();
  const { view } = talk;
  const [isWriting, setWriting] = useState(false);
  const ofTalk = commitments.filter(({ talkId, state }) => talkId === view.id && state !== 'settled');
  // Only what is mine can be written down here: on one phone the other writes on the own one.
  const mayWrite = view.phase === 'turn' && view.holder === 'me' && reader === 'me';
  return (
    <div className="flex flex-col gap-3">
      {ofTalk.length > 0 && (
        <ul aria-label={t('label')} className="flex flex-col gap-3">
          {ofTalk.map((commitment) => (
            <Offer key={commitment.id} commitment={commitment} />
          ))}
        </ul>
      )}
      {mayWrite &&
        (isWriting ? (
          <OfferForm talkId={view.id} onClose={() => setWriting(false)} />
        ) : (
          <Button look="quiet" className={shared ? 'self-stretch' : 'self-center'} onClick={() => setWriting(true)}>
            {t('write')}
          </Button>
        ))}
    </div>
  );
}

function Offer({ commitment }: { commitment: CommitmentView }) {
  const t = useTranslations('live');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const { act, busy } = useAct();
  const { names, shared, talk } = useTalkContext();
  const { id, by, text, doer, reviewOn, state } = commitment;
  const name = names.partner;
  const path = `/api/commitments/${id}`;
  const sayDoer = useDoerWords();
  const isMine = by === 'me';
  const isOpen = state === 'open';
  const today = dayIn(zone, new Date(talk.view.now));
  return (
    <Card as="li" tight className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={isOpen ? 'calm' : isMine ? 'mine' : 'theirs'}>
          {isOpen
            ? t('offer.accepted')
            : isMine && !shared
              ? t('offer.mine')
              : t('offer.theirs', { name: names[isMine ? 'me' : 'partner'] })}
        </Chip>
        <span className="text-muted text-sm">
          {sayDoer(doer)} · {t('offer.until', { day: sayNearDay(locale, reviewOn, today) })}
        </span>
      </div>
      <p className="title written text-lg" dir="auto">
        {text ?? t('commitments.gone')}
      </p>
      {!isOpen &&
        (isMine ? (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-muted text-sm">{t(shared ? 'offer.offeredOwn' : 'offer.offered', { name })}</p>
            <Button look="plain" size="small" busy={busy} onClick={() => void act('DELETE', path)}>
              {t('offer.takeBack')}
            </Button>
          </div>
        ) : (
          <div className="flex flex-wrap gap-2.5">
            <Button
              look={talk.view.holder === 'me' ? 'quiet' : 'primary'}
              busy={busy}
              onClick={() => void act('PUT', `${path}/acceptance`)}
            >
              {t('offer.accept')}
            </Button>
            <Button look="plain" busy={busy} onClick={() => void act('DELETE', path)}>
              {t('offer.decline')}
            </Button>
          </div>
        ))}
    </Card>
  );
}

/** Words of a commitment that wait for the other's yes; with `earlierId` they take the place of another. */
export function OfferForm({
  talkId,
  earlier,
  onClose,
}: {
  talkId: string;
  earlier?: CommitmentView;
  onClose: () => void;
}) {
  const t = useTranslations('live.offer');
  const zone = useTimeZone() ?? 'UTC';
  const { refresh } = useLive();
  const { talk } = useTalkContext();
  const tomorrow = addDays(dayIn(zone, new Date(talk.view.now)), 1);
  const typed = useTyped(
    {
      text: earlier?.text ?? '',
      doer: (earlier?.doer ?? 'partner') as Doer,
      reviewOn: addDays(tomorrow, reviewIn - 1) as string,
    },
    'commitment',
    talkId,
    earlier?.id ?? '',
  );
  const { fields, write } = typed;
  const idOf = useSentId();
  const { names } = useTalkContext();
  const form = useForm({
    action: `/api/commitments/${idOf(JSON.stringify(fields))}`,
    method: 'PUT',
    body: () => ({ ...fields, text: fields.text.trim(), talkId, ...(earlier && { earlierId: earlier.id }) }),
    fieldWords: {
      text: { required: t('textRequired') },
      reviewOn: { required: t('reviewWrong'), invalid: t('reviewWrong') },
    },
    onDone: async () => {
      typed.forget();
      await refresh();
      onClose();
    },
  });
  return (
    <Card as="div">
      <Form form={form} className="gap-4">
        <TextArea
          {...form.field('text')}
          label={t('text')}
          hint={t('writeText')}
          required
          limit={longestCommitment}
          minRows={2}
          value={fields.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        <Segmented<Doer>
          legend={t('doer')}
          name="doer"
          value={fields.doer}
          onChange={(doer) => write({ doer })}
          options={[
            { value: 'partner', label: <span className="wrap-anywhere">{names.partner}</span> },
            { value: 'me', label: t('doers.me') },
            { value: 'both', label: t('doers.both') },
          ]}
        />
        <TextField
          {...form.field('reviewOn')}
          type="date"
          required
          label={t('reviewOn')}
          min={tomorrow}
          max="2099-12-31"
          value={fields.reviewOn}
          onChange={(event) => write({ reviewOn: event.target.value })}
        />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="quiet" busy={form.busy}>
            {t('action')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
