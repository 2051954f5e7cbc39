'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { Button, ButtonLink } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { KindChoice } from './kind-choice';

/** Asks which kind of plan it shall be, and leads to its form. Quiet where something else comes first. */
export function NewPlan({ look }: { look: 'primary' | 'quiet' }) {
  const t = useTranslations('plans.new');
  const { partnerName } = useLive();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} icon={<Plus aria-hidden="true" className="size-4.5" />} onClick={() => setOpen(true)}>
        {t('action')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <KindChoice partnerName={partnerName} />
        <ButtonLink href="/plans/ideas" look="plain" className="self-center">
          {t('idea')}
        </ButtonLink>
      </Dialog>
    </>
  );
}
