'use client';

import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { MarkOutline } from '#components/mark/circles';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { How } from '#lib/sharings/kinds';

/** What was shared with me and is closed yet: opened by me alone, or when we are both there. Nobody is told. */
export function OpenSharing({ id, how, name }: { id: string; how: How; name: string }) {
  const t = useTranslations('sharings.one');
  const { act, busy } = useAct();
  const isTogether = how === 'together';
  return (
    <Card as="div" tone="sealed" className="flex flex-col items-center gap-4 px-6 py-10 text-center">
      {isTogether ? (
        <Users aria-hidden="true" strokeWidth={1.5} className="size-10 text-theirs" />
      ) : (
        <MarkOutline className="h-16 w-auto" />
      )}
      <p className="title max-w-sm text-2xl">{t(isTogether ? 'together' : 'closed', { name })}</p>
      <p className="max-w-sm text-muted">{t(isTogether ? 'togetherText' : 'closedText')}</p>
      <Button
        size="large"
        busy={busy}
        onClick={() => act('PUT', `/api/sharings/${id}/opened`, undefined, { focus: 'words', announce: t('opened') })}
      >
        {t(isTogether ? 'openTogether' : 'open')}
      </Button>
    </Card>
  );
}
