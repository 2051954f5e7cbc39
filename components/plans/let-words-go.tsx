'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { useToast } from '#components/ui/toast';

/** Lets go of what was typed and not sent. It can be brought back at once. */
export function LetWordsGo({ forget, restore }: { forget: () => void; restore: () => void }) {
  const t = useTranslations('plans.reply');
  const { show } = useToast();
  return (
    <Button
      look="plain"
      size="small"
      className="-ml-3 self-start"
      onClick={(event) => {
        // The button goes with the words; the focus stays in the form.
        event.currentTarget.form?.querySelector('input')?.focus({ preventScroll: true });
        forget();
        show(t('wordsGone'), { action: { label: t('wordsBack'), onSelect: restore } });
      }}
    >
      {t('letWordsGo')}
    </Button>
  );
}
