'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { useAsk } from './use-ask';

/** After half a year: the same question once more. */
export function AskAgain({ contentId }: { contentId: string }) {
  const t = useTranslations('prompts.again');
  const { ask, asking } = useAsk();
  return (
    <RowCard
      icon={<RotateCcw strokeWidth={1.75} />}
      title={t('title')}
      action={
        <Button look="quiet" size="small" busy={asking !== null} onClick={() => ask(contentId)}>
          {t('action')}
        </Button>
      }
    >
      {t('text')}
    </RowCard>
  );
}
