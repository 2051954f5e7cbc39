'use client';

import { Ellipsis, LockKeyhole, PenLine, Trash2 } from 'lucide-react';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { useUnsent } from '#components/prompts/use-unsent';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { ConfirmDialog, Dialog } from '#components/ui/dialog';
import { TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { Menu } from '#components/ui/menu';
import { useToast } from '#components/ui/toast';
import { longestObservation } from '#lib/cards/kinds';
import type { ObservationView } from '#lib/cards/queries';
import { sayWhen } from '#lib/i18n/when';

/** What I noticed about my partner, mine alone: a line to write it, and what was written. */
export function Noticed({
  observations,
  partnerName,
}: {
  observations: ObservationView[];
  partnerName: string | null;
}) {
  const t = useTranslations('cards.noticed');
  const now = observations.filter(({ isAboutNow }) => isAboutNow);
  const before = observations.filter(({ isAboutNow }) => !isAboutNow);
  return (
    <div className="flex flex-col gap-6">
      <Write partnerName={partnerName} />
      <section aria-labelledby="noticed" className="flex flex-col gap-3">
        <h2 id="noticed" tabIndex={-1} className="title text-xl">
          {now.length > 0 ? t('list') : t('empty')}
        </h2>
        {now.length > 0 ? <Observations list={now} /> : <p className="-mt-2 text-muted">{t('emptyText')}</p>}
      </section>
      {before.length > 0 && (
        <section aria-labelledby="before" className="flex flex-col gap-3">
          <div>
            <h2 id="before" className="font-semibold text-muted">
              {t('before')}
            </h2>
            <p className="text-muted text-sm">{t('beforeHint')}</p>
          </div>
          <Observations list={before} />
        </section>
      )}
    </div>
  );
}

function Write({ partnerName }: { partnerName: string | null }) {
  const t = useTranslations('cards.noticed');
  const { refresh } = useLive();
  const { announce } = useToast();
  const unsent = useUnsent('observation');
  const form = useForm({
    action: `/api/observations/${unsent.id}`,
    method: 'PUT',
    body: () => ({ text: unsent.text }),
    fieldWords: { text: { required: t('required'), invalid: t('required'), too_long: t('tooLong') } },
    onDone: async () => {
      unsent.forget();
      announce(t('noted'));
      await refresh();
    },
  });
  return (
    <Card as="div" className="flex flex-col gap-4">
      <Form form={form}>
        <TextArea
          {...form.field('text')}
          label={t('label')}
          hint={t('lead')}
          required
          limit={longestObservation}
          minRows={2}
          value={unsent.text}
          onChange={({ target }) => unsent.write(target.value)}
        />
        <div className="-mt-2 flex flex-wrap items-center justify-between gap-3">
          <p className="wrap-anywhere flex items-center gap-2 text-sm">
            <LockKeyhole aria-hidden="true" className="size-4 shrink-0 text-mine" />
            {partnerName ? t('only', { name: partnerName }) : t('onlyAlone')}
          </p>
          <Button type="submit" busy={form.busy} className="ml-auto">
            {t('note')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Observations({ list }: { list: ObservationView[] }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {list.map((observation) => (
        <Observation key={observation.id} observation={observation} />
      ))}
    </ul>
  );
}

function Observation({ observation: { id, text, at } }: { observation: ObservationView }) {
  const t = useTranslations('cards.noticed');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const { act, busy } = useAct();
  const [shown, setShown] = useState<'edit' | 'delete' | null>(null);
  const [draft, setDraft] = useState(text);
  const path = `/api/observations/${id}`;

  const save = async () => {
    if (!draft.trim() || draft.length > longestObservation) return;
    const sent = await act('PUT', path, { text: draft }, { announce: t('saved') });
    if (sent?.ok) setShown(null);
  };
  return (
    <Card as="li" tight className="flex items-start gap-2">
      <div className="min-w-0 flex-1 py-1.5">
        <p className="written">{text}</p>
        <p className="mt-0.5 text-muted text-sm">{sayWhen(locale, timeZone, at, now)}</p>
      </div>
      <Menu
        label={t('menu', { text })}
        trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
        triggerClassName="-mr-1.5 hover:bg-lifted"
        items={[
          {
            label: t('edit'),
            icon: <PenLine aria-hidden="true" strokeWidth={1.75} />,
            onSelect: () => {
              setDraft(text);
              setShown('edit');
            },
          },
          {
            label: t('delete'),
            icon: <Trash2 aria-hidden="true" strokeWidth={1.75} />,
            danger: true,
            onSelect: () => setShown('delete'),
          },
        ]}
      />
      <Dialog
        open={shown === 'edit'}
        onClose={() => setShown(null)}
        title={t('editTitle')}
        sticky
        footer={
          <Button busy={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        }
      >
        <TextArea
          label={t('label')}
          labelHidden
          minRows={3}
          limit={longestObservation}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          error={draft.trim() ? undefined : t('required')}
        />
      </Dialog>
      <ConfirmDialog
        open={shown === 'delete'}
        onClose={() => setShown(null)}
        title={t('deleteTitle')}
        description={text}
        confirm={t('delete')}
        busy={busy}
        onConfirm={() => void act('DELETE', path, undefined, { focus: 'noticed', announce: t('deleted') })}
      />
    </Card>
  );
}
