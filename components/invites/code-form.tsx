'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';

/** Types the code of an invite; leads to its page. */
export function CodeForm() {
  const t = useTranslations('invites.join');
  const router = useRouter();
  const form = useForm<{ path: string }>({
    action: '/api/invites/find',
    onDone: ({ path }) => router.push(path),
    words: { not_found: t('unknown') },
    fieldWords: { code: { wrong: t('wrong') } },
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('code')}
        label={t('label')}
        hint={t('hint')}
        required
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={20}
      />
      <Button type="submit" size="large" wide busy={form.busy}>
        {t('submit')}
      </Button>
    </Form>
  );
}
