'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { useToast } from '#components/ui/toast';

/** Lets go of what was typed and not sent. It can be brought back at once. */
export function LetWordsGo({
  forget,
  restore,
  className = '-ml-3 self-start',
}: {
  forget: () => void;
  restore: () => void;
  className?: string;
}) {
  const t = useTranslations('plans.reply');
  const { show } = useToast();
  return (
    <Button
      look="plain"
      size="small"
      className={className}
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
