'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { focusTitleOf } from '#components/plans/focus-title';
import { useUnsent } from '#components/prompts/use-unsent';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { longestNews } from '#lib/news/kinds';

/** Where good news is told. */
export function NewsForm({ partnerName: name }: { partnerName: string }) {
  const t = useTranslations('news.form');
  const { refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const unsent = useUnsent('news', 'new');
  const form = useForm<unknown>({
    action: () => send('PUT', `/api/news/${unsent.id}`, { text: unsent.text }),
    fieldWords: { text: { required: t('required') } },
    onDone: async () => {
      const page = `/thanks/news/${unsent.id}`;
      router.push(page);
      await refresh();
      unsent.forget();
      show(t('sent', { name }), { tone: 'calm' });
      focusTitleOf(page);
    },
  });
  return (
    <Card as="div" className="sm:p-7">
      <Form form={form}>
        <TextArea
          {...form.field('text')}
          label={t('label')}
          hint={t('hint', { name })}
          required
          limit={longestNews}
          minRows={4}
          value={unsent.text}
          onChange={(event) => unsent.write(event.target.value)}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
          <p className="min-w-0 flex-1 text-muted text-sm max-sm:basis-full">{unsent.text ? t('typed') : ''}</p>
          <Button type="submit" busy={form.busy} className="wrap-anywhere max-sm:w-full">
            {t('send', { name })}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
