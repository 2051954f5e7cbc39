'use client';

import { Ellipsis, LockKeyhole, PenLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
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
import { longestFondness } from '#lib/thanks/kinds';
import type { FondnessView } from '#lib/thanks/view';

/** What I love about my partner, mine alone until I give one of it: a line to write it, and the list. */
export function Love({ fondness }: { fondness: FondnessView[] }) {
  const t = useTranslations('thanks.love');
  const now = fondness.filter(({ isAboutNow }) => isAboutNow);
  const before = fondness.filter(({ isAboutNow }) => !isAboutNow);
  return (
    <div className="flex flex-col gap-6">
      <Write />
      <section aria-labelledby="loved" className="flex flex-col gap-3">
        <h2 id="loved" tabIndex={-1} className="title text-xl">
          {t(now.length > 0 ? 'list' : 'empty')}
        </h2>
        {now.length > 0 ? <List fondness={now} /> : <p className="-mt-2 text-muted">{t('emptyText')}</p>}
      </section>
      {before.length > 0 && (
        <section aria-labelledby="before" className="flex flex-col gap-3">
          <div>
            <h2 id="before" className="font-semibold text-muted">
              {t('before')}
            </h2>
            <p className="text-muted text-sm">{t('beforeHint')}</p>
          </div>
          <List fondness={before} />
        </section>
      )}
    </div>
  );
}

function Write() {
  const t = useTranslations('thanks.love');
  const { partnerName: name, refresh } = useLive();
  const { announce } = useToast();
  const unsent = useUnsent('fondness');
  const form = useForm({
    action: `/api/fondness/${unsent.id}`,
    method: 'PUT',
    body: () => ({ text: unsent.text }),
    fieldWords: { text: { required: t('required'), too_long: t('tooLong') } },
    onDone: async () => {
      unsent.forget();
      announce(t('added'));
      await refresh();
    },
  });
  return (
    <Card as="div">
      <Form form={form}>
        <TextArea
          {...form.field('text')}
          label={t('label')}
          hint={t('hint')}
          required
          limit={longestFondness}
          minRows={2}
          value={unsent.text}
          onChange={({ target }) => unsent.write(target.value)}
        />
        <div className="-mt-2 flex flex-wrap items-center justify-between gap-3">
          <p className="wrap-anywhere flex min-w-[min(14rem,100%)] flex-1 items-center gap-2 text-sm">
            <LockKeyhole aria-hidden="true" className="size-4 shrink-0 text-mine" />
            {name ? t('only', { name }) : t('onlyAlone')}
          </p>
          <Button type="submit" busy={form.busy} className="ml-auto">
            {t('add')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function List({ fondness }: { fondness: FondnessView[] }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {fondness.map((one) => (
        <Loved key={one.id} fondness={one} />
      ))}
    </ul>
  );
}

function Loved({ fondness: { id, text, isAboutNow } }: { fondness: FondnessView }) {
  const t = useTranslations('thanks.love');
  const { partnerName: name } = useLive();
  const { act, busy } = useAct();
  const [shown, setShown] = useState<'give' | 'edit' | 'delete' | null>(null);
  const [draft, setDraft] = useState(text);
  const path = `/api/fondness/${id}`;
  const close = () => setShown(null);
  const save = async () => {
    if (!draft.trim() || draft.length > longestFondness) return;
    if ((await act('PUT', path, { text: draft }, { announce: t('saved') }))?.ok) close();
  };
  return (
    <Card as="li" tight className="flex flex-wrap items-center gap-x-3 gap-y-2 sm:px-5">
      <p className="written min-w-[min(12rem,100%)] flex-1 py-1" dir="auto">
        {text}
      </p>
      <div className="ml-auto flex items-center gap-1">
        {name && isAboutNow && (
          <Button look="quiet" size="small" aria-label={t('giveOf', { text })} onClick={() => setShown('give')}>
            {t('give')}
          </Button>
        )}
        <Menu
          label={t('menu', { text })}
          trigger={<Ellipsis aria-hidden="true" className="size-5 text-muted" />}
          triggerClassName="-mr-1.5 hover:bg-lifted"
          items={[
            {
              label: t('change'),
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
      </div>
      {name && (
        <Dialog
          open={shown === 'give'}
          onClose={close}
          title={t('giveTitle', { name })}
          description={t('giveText', { name })}
          footer={
            <Button
              busy={busy}
              onClick={() => void act('PUT', `${path}/given`, undefined, { say: t('given', { name }), focus: 'loved' })}
            >
              {t('give')}
            </Button>
          }
        >
          <p className="title written text-xl" dir="auto">
            {text}
          </p>
        </Dialog>
      )}
      <Dialog
        open={shown === 'edit'}
        onClose={close}
        title={t('changeTitle')}
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
          limit={longestFondness}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          error={draft.trim() ? undefined : t('required')}
        />
      </Dialog>
      <ConfirmDialog
        open={shown === 'delete'}
        onClose={close}
        title={t('deleteTitle')}
        description={text}
        confirm={t('delete')}
        busy={busy}
        onConfirm={() => void act('DELETE', path, undefined, { focus: 'loved', announce: t('deleted') })}
      />
    </Card>
  );
}
