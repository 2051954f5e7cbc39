'use client';

import { PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import type { RecordPart } from '#lib/talks/kinds';
import type { RecordPartView } from '#lib/talks/view';
import { PartField } from './part-field';
import { PartWords } from './part-words';
import { type Part, usePart } from './use-part';

/** One part of what is written down, and the form for another version of it. It is open where words wait to be sent. */
export function RecordPartEditor({
  talkId,
  kind,
  saved,
  name,
}: {
  talkId: string;
  kind: RecordPart;
  saved: RecordPartView | null;
  name: string;
}) {
  const t = useTranslations('talks.record');
  const [isOpen, setOpen] = useState<'asked' | 'found' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const part = usePart(talkId, kind, saved);
  const { stands, isUnsent } = part;
  const label = `${stands?.text ? 'change' : 'write'}${kind === 'said' ? 'Mine' : 'Tries'}` as const;
  const isFound = useRef(false);
  useEffect(() => {
    if (!isUnsent || isFound.current) return;
    isFound.current = true;
    setOpen((before) => before ?? 'found');
  }, [isUnsent]);
  const open = () => {
    isFound.current = true;
    setOpen('asked');
  };
  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <PartWords part={stands} whose={kind === 'said' ? 'mine' : 'ours'} />
      {isOpen ? (
        <PartForm part={part} name={name} takesFocus={isOpen === 'asked'} onClose={close} />
      ) : (
        <Button
          ref={button}
          look="quiet"
          size="small"
          icon={<PenLine aria-hidden="true" strokeWidth={1.75} className="size-4" />}
          aria-label={t(label)}
          onClick={open}
        >
          {t(stands?.text ? 'change' : 'write')}
        </Button>
      )}
    </div>
  );
}

function PartForm({
  part,
  name,
  takesFocus,
  onClose,
}: {
  part: Part;
  name: string;
  takesFocus: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('talks.record');
  const { show } = useToast();
  const form = useForm<boolean>({
    action: part.keep,
    fieldWords: { text: { required: t('required') } },
    onDone: (isKept) => {
      if (!isKept) return;
      show(t('kept'), { tone: 'calm' });
      onClose();
    },
  });
  return (
    <Form form={form} className="w-full gap-4">
      <PartField
        {...form.field('text')}
        part={part}
        partnerName={name}
        takesFocus={takesFocus}
        label={t(part.kind === 'said' ? 'mineLabel' : 'triesLabel')}
        hint={t('hint', { name })}
        required
        minRows={3}
        onLeave={onClose}
      />
      <div className="flex flex-wrap justify-end gap-2.5 max-sm:flex-col-reverse">
        <Button look="plain" onClick={onClose}>
          {t('leave')}
        </Button>
        <Button type="submit" look="quiet" busy={form.busy} disabled={part.isOvertaken}>
          {t('keep')}
        </Button>
      </div>
    </Form>
  );
}
