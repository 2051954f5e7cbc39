'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { WrittenText } from '#components/prompts/written';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { classes } from '#components/ui/classes';
import type { BidView } from '#lib/bids/view';
import { dayIn, timeIn } from '#lib/clock';
import { BidIcon } from './bid-icon';
import { useSayWhen } from './use-say-when';

/** The heading's id: the focus goes there once something was asked for. */
export const myBidId = 'my-bid';

/** What I ask for, and what came back. */
export function MyBid({ bid, partnerName: name }: { bid: BidView; partnerName: string }) {
  const t = useTranslations('bids');
  const zone = useTimeZone() ?? 'UTC';
  const sayWhen = useSayWhen();
  const { act, busy } = useAct();
  const { answer } = bid;
  const fades = new Date(bid.fadesAt);
  const when = answer?.when ? sayWhen(answer.when) : '';
  const words = !answer
    ? t('open', { name, when: sayWhen({ day: dayIn(zone, fades), time: timeIn(zone, fades) }) })
    : answer.answer === 'cannot'
      ? t(when ? 'answered.cannotAt' : 'answered.cannot', { name, when })
      : t(`answered.${answer.answer}`, { name, when });
  return (
    <Card aria-labelledby={myBidId} tight className="flex flex-col gap-3 sm:p-5">
      <div className="flex items-center gap-3">
        <span
          aria-hidden="true"
          className={classes(
            'inline-flex size-10 shrink-0 items-center justify-center rounded-full text-on-fill',
            answer ? (answer.answer === 'cannot' ? 'bg-theirs' : 'bg-calm') : 'bg-mine',
          )}
        >
          <BidIcon kind={bid.kind} className="size-5" />
        </span>
        <div className="wrap-anywhere min-w-0 flex-1">
          <h2 id={myBidId} tabIndex={-1} className="font-semibold">
            {t(`mine.${bid.kind}`, { name })}
          </h2>
          <p className={answer ? undefined : 'text-muted text-sm'}>{words}</p>
        </div>
      </div>
      {answer?.text && <WrittenText whose="theirs">{answer.text}</WrittenText>}
      <Button
        look="quiet"
        size="small"
        busy={busy}
        className="self-end"
        onClick={() =>
          void act('DELETE', `/api/bids/${bid.id}`, undefined, {
            say: t(answer ? 'letGo' : 'takenBack'),
            focus: 'title',
          })
        }
      >
        {t(answer ? 'done' : 'takeBack')}
      </Button>
    </Card>
  );
}
