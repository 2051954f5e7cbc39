'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useLive } from '#components/live/live-provider';
import { useUnsent } from '#components/prompts/use-unsent';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { useToast } from '#components/ui/toast';
import { type Again, longestFelt } from '#lib/plans/kinds';
import { useHeldFocus } from './use-held-focus';

/** One line of how it was for me; of an idea also whether more like it, which goes on my card. */
export function FeltForm({ planId, asksAgain }: { planId: string; asksAgain: boolean }) {
  const t = useTranslations('plans.felt');
  const { refresh, partnerName } = useLive();
  const { announce } = useToast();
  const unsent = useUnsent('felt', planId);
  const place = useRef<HTMLDivElement>(null);
  useHeldFocus(place);
  const form = useForm<unknown>({
    action: `/api/plans/${planId}/felt`,
    method: 'PUT',
    body: (fields) => {
      const again = fields.get('again');
      return { id: unsent.id, text: unsent.text, ...(again && { again }) };
    },
    fieldWords: { text: { required: t('required') } },
    onDone: async () => {
      unsent.forget();
      await refresh();
      announce(t('said'));
      document.getElementById('felt')?.focus({ preventScroll: true });
    },
  });
  return (
    <div ref={place}>
      <Form form={form} className="gap-4">
        <TextArea
          {...form.field('text')}
          label={t('label')}
          hint={partnerName ? t('hint', { name: partnerName }) : t('hintAlone')}
          required
          limit={longestFelt}
          minRows={2}
          value={unsent.text}
          onChange={(event) => unsent.write(event.target.value)}
        />
        {asksAgain && (
          <div>
            <Segmented<Again>
              legend={t('again')}
              name="again"
              options={[
                { value: 'more', label: t('more') },
                { value: 'enough', label: t('enough') },
              ]}
            />
            <p className="mt-1.5 text-muted text-sm">{t('againHint')}</p>
          </div>
        )}
        <Button type="submit" busy={form.busy} className="self-end">
          {t('send')}
        </Button>
      </Form>
    </div>
  );
}
