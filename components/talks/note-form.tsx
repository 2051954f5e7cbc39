'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { focusTitleOf } from '#components/plans/focus-title';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Checkbox, TextArea, TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { longestNote, mayBring, type NoteKind } from '#lib/talks/kinds';
import { KindPicker } from './kind-picker';
import { PrivateLine } from './private-line';

export type NoteFields = { kind: NoteKind; title: string; text: string; brings: boolean; lends: boolean };

/** Where a note is written, and where I say whether I bring it. Nobody else sees that it is there. */
export function NoteForm({
  noteId,
  given,
  promptId,
  isUnderWay,
  isTaken,
}: {
  /** Null for a new one: its id is made here. */
  noteId: string | null;
  given: NoteFields;
  promptId?: string | null;
  /** The two are in a talk now: what is brought shows at once. */
  isUnderWay: boolean;
  isTaken?: boolean;
}) {
  const t = useTranslations('talks.note');
  const { partnerName: name, refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const { fields, isTyped, getId, write, forget } = useTyped(given, 'note', noteId ?? 'new', promptId ?? '');
  const { kind, title, text, brings, lends } = fields;
  const id = () => noteId ?? getId();
  const maySettle = name !== null && !isTaken;
  const form = useForm<unknown>({
    action: async () => {
      const path = `/api/notes/${id()}`;
      const body = { kind, title, ...(text.trim() && { text }), ...(promptId && { promptId }) };
      const kept = await send('PUT', path, body);
      if (!kept.ok || !maySettle) return kept;
      if (brings && mayBring(kind)) return send('PUT', `${path}/bringing`, { lend: lends && text.trim() !== '' });
      return send('DELETE', `${path}/bringing`);
    },
    fieldWords: { title: { required: t('required'), too_long: t('tooLong') } },
    onDone: async () => {
      router.push('/talk/notes');
      await refresh();
      forget();
      show(t(maySettle && brings && mayBring(kind) ? 'keptBrought' : 'kept'), { tone: 'calm' });
      focusTitleOf('/talk/notes');
    },
  });
  return (
    <Card as="div" className="sm:p-7">
      <Form form={form}>
        <KindPicker value={kind} onChange={(value) => write({ kind: value })} />
        <TextField
          {...form.field('title')}
          label={t('label')}
          hint={name ? t('labelHint') : undefined}
          required
          autoComplete="off"
          dir="auto"
          value={title}
          onChange={(event) => write({ title: event.target.value })}
        />
        <TextArea
          {...form.field('text')}
          label={t('text')}
          hint={t('textHint')}
          limit={longestNote}
          minRows={5}
          value={text}
          onChange={(event) => write({ text: event.target.value })}
        />
        {maySettle && !mayBring(kind) && (
          <p className="rounded-lg bg-sunk px-4 py-3.5 text-muted text-sm">{t('ownStep')}</p>
        )}
        {maySettle && mayBring(kind) && (
          <div className="flex flex-col gap-1 rounded-lg bg-sunk px-4 pt-1.5 pb-3.5">
            <Checkbox
              label={<span className="wrap-anywhere font-medium">{t(isUnderWay ? 'bringNow' : 'bring')}</span>}
              hint={t(isUnderWay ? 'bringNowHint' : 'bringHint', { name })}
              checked={brings}
              onChange={(event) => write({ brings: event.target.checked })}
            />
            {brings && text.trim() !== '' && (
              <Checkbox
                label={<span className="wrap-anywhere font-medium">{t('lend', { name })}</span>}
                hint={t('lendHint', { name })}
                checked={lends}
                onChange={(event) => write({ lends: event.target.checked })}
                className="mt-2 border-line border-t pt-2"
              />
            )}
          </div>
        )}
        {!name && <p className="text-muted text-sm">{t('alone')}</p>}
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-4 border-line border-t pt-5">
          <div className="min-w-[min(14rem,100%)] flex-1">
            <PrivateLine partnerName={name} isTyped={isTyped} />
          </div>
          <Button type="submit" busy={form.busy} className="max-sm:w-full">
            {t('keep')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
