'use client';

import { PenLine } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Choices } from '#components/ui/choice';
import { Dialog } from '#components/ui/dialog';
import { Select, TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { type Depth, depths, type Topic, topics } from '#lib/prompts/kinds';
import { useUnsent } from './use-unsent';

/** Longest question of one's own, in characters. */
const longest = 280;

/** A question in one's own words, put to the two of us. */
export function OwnQuestion() {
  const t = useTranslations('prompts');
  const router = useRouter();
  const { refresh } = useLive();
  const [open, setOpen] = useState(false);
  const [topic, setTopic] = useState<Topic | ''>('');
  const [depth, setDepth] = useState<Depth>('warm');
  const unsent = useUnsent('question');
  const form = useForm<{ id: string }>({
    action: `/api/prompts/${unsent.id}`,
    method: 'PUT',
    body: () => ({ words: unsent.text, topic, depth }),
    fieldWords: { words: { required: t('own.required'), too_long: t('own.tooLong') } },
    onDone: async ({ id }) => {
      unsent.forget();
      setOpen(false);
      router.push(`/questions/${id}`);
      await refresh();
    },
  });
  return (
    <>
      <Button
        look="quiet"
        icon={<PenLine aria-hidden="true" strokeWidth={1.75} className="size-4.5" />}
        onClick={() => setOpen(true)}
      >
        {t('own.action')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('own.title')} description={t('own.lead')} sticky>
        <Form form={form}>
          <TextArea
            {...form.field('words')}
            label={t('own.words')}
            required
            limit={longest}
            minRows={3}
            value={unsent.text}
            onChange={(event) => unsent.write(event.target.value)}
          />
          <Select
            {...form.field('topic')}
            label={t('own.topic')}
            required
            value={topic}
            onChange={(event) => setTopic(event.target.value as Topic)}
          >
            <option value="" disabled>
              {t('own.chooseTopic')}
            </option>
            {topics.map((name) => (
              <option key={name} value={name}>
                {t(`topics.${name}`)}
              </option>
            ))}
          </Select>
          <Choices
            legend={t('own.depth')}
            name="depth"
            value={depth}
            onChange={setDepth}
            options={depths.map((value) => ({
              value,
              label: t(`depthNames.${value}`),
              hint: t(`depthHints.${value}`),
            }))}
          />
          <Button type="submit" busy={form.busy} className="self-end">
            {t('own.send')}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
