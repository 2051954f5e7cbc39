'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import type { ThanksView } from '#lib/thanks/view';

/** One that was saved for the talk, beside its giver. */
export function SavedThanks({ thanks: { id, words }, name }: { thanks: ThanksView; name: string }) {
  const { did = '', says, was } = words ?? {};
  return (
    <li className="flex flex-col items-start gap-2" dir="auto">
      <p className="title written text-lg">{did}</p>
      {says && <p className="written text-muted text-sm">{says}</p>}
      {was && <p className="written text-muted text-sm">{was}</p>}
      <GiveSaid id={id} did={did} name={name} />
    </li>
  );
}

/** Said, it is given with one tap, so that the other can read it again. */
export function GiveSaid({
  id,
  did,
  name,
}: {
  id: string;
  /** Left out where both look at the screen. */
  did?: string;
  name: string;
}) {
  const t = useTranslations('thanks.talk');
  const { act, busy } = useAct();
  const then = { say: t('given', { name }), focus: 'title' };
  return (
    <Button
      look="quiet"
      size="small"
      busy={busy}
      aria-label={did && t('giveOf', { did })}
      className="self-start"
      onClick={() => void act('PUT', `/api/thanks/${id}/given`, undefined, then)}
    >
      {t('give')}
    </Button>
  );
}
