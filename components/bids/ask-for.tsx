'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Card } from '#components/ui/card';
import { bidKinds } from '#lib/bids/kinds';
import { newId } from '#lib/id';
import { BidIcon } from './bid-icon';
import { myBidId } from './my-bid';

/** Five things to ask for, a tap each. */
export function AskFor({ partnerName: name, level = 2 }: { partnerName: string; level?: 2 | 3 }) {
  const t = useTranslations('bids');
  const { act, busy } = useAct();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Card aria-labelledby="ask-for" tight className="flex flex-col gap-3 sm:px-5">
      <div>
        <Heading id="ask-for" className="font-semibold">
          {t('start.title')}
        </Heading>
        <p className="wrap-anywhere text-muted text-sm">{t('start.text', { name })}</p>
      </div>
      <ul aria-label={t('start.label', { name })} className="flex flex-wrap gap-2">
        {bidKinds.map((kind) => (
          <li key={kind} className="max-w-full">
            <button
              type="button"
              aria-disabled={busy || undefined}
              onClick={() =>
                void act('PUT', `/api/bids/${newId()}`, { kind }, { focus: myBidId, announce: t('asked', { name }) })
              }
              className="forced-edge inline-flex min-h-11 max-w-full select-none items-center gap-2 rounded-full bg-lifted px-4 py-2 text-left font-medium text-sm leading-tight transition-colors duration-150 hover:bg-ours-tint hover:text-ours [&>svg]:text-ours"
            >
              <BidIcon kind={kind} className="size-4.5 shrink-0" />
              {t(`kinds.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
