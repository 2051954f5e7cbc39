'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { useToday } from '#components/plans/use-today';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { classes } from '#components/ui/classes';
import { useToast } from '#components/ui/toast';
import { sayCalendarDay } from '#lib/i18n/when';
import type { CommitmentView } from '#lib/talks/view';

const tones = { me: 'mine', partner: 'theirs', both: 'ours' } as const;

/** What one or both said they would do: who, what, until when; and what may be said of it. */
export function CommitmentCard({
  commitment,
  partnerName,
  isFirst,
}: {
  commitment: CommitmentView;
  /** Null where nothing can be said of it any more. */
  partnerName: string | null;
  /** Its yes is the page's main act. */
  isFirst?: boolean;
}) {
  const t = useTranslations('talks');
  const locale = useLocale();
  const today = useToday();
  const { text, doer, reviewOn, isDue, state, outcome, by, said } = commitment;
  const name = partnerName ?? t('gone');
  const who = { me: t('you'), partner: name, both: t('both', { name }) }[doer];
  const asksMe = state === 'offered' && by === 'partner';
  return (
    <Card as="li" tight tone={asksMe ? 'theirs' : 'surface'} className="flex flex-col gap-3 sm:p-5">
      {asksMe && (
        <p className="wrap-anywhere font-semibold text-sm text-theirs">
          {t(commitment.earlierId ? 'commitments.changingAsks' : 'commitments.asks', { name })}
        </p>
      )}
      <p className="written font-medium text-lg leading-snug" dir="auto">
        {text ?? <span className="text-muted italic">{t('commitments.gone')}</span>}
      </p>
      {said && partnerName && (
        <p
          className={classes('wrap-anywhere text-sm', said.by === 'partner' ? 'font-medium text-theirs' : 'text-muted')}
        >
          {t(said.by === 'me' ? 'commitments.saidMine' : 'commitments.saidTheirs', { outcome: said.outcome, name })}
        </p>
      )}
      <div className="wrap-anywhere flex flex-wrap items-center gap-x-2.5 gap-y-2 text-muted text-sm">
        <Chip tone={tones[doer]}>{who}</Chip>
        {state === 'settled' && outcome ? (
          <Chip tone={outcome === 'kept' ? 'calm' : 'sunk'}>{t(`commitments.outcomes.${outcome}`)}</Chip>
        ) : isDue ? (
          <span className="font-medium text-ink">
            {t('commitments.due')}
            {reviewOn < today && (
              <>
                {', '}
                {t('commitments.dueSince', { day: sayCalendarDay(locale, reviewOn, today) })}
              </>
            )}
          </span>
        ) : (
          <span>{t('commitments.until', { day: sayCalendarDay(locale, reviewOn, today) })}</span>
        )}
        {partnerName && state === 'open' && <Outcome commitment={commitment} />}
      </div>
      {partnerName && state === 'offered' && (
        <OfferedActs commitment={commitment} name={partnerName} isFirst={isFirst ?? false} />
      )}
    </Card>
  );
}

function OfferedActs({ commitment, name, isFirst }: { commitment: CommitmentView; name: string; isFirst: boolean }) {
  const t = useTranslations('talks.commitments');
  const { act, busy } = useAct();
  const { id, by, earlierId } = commitment;
  const path = `/api/commitments/${id}`;
  if (by !== 'partner')
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="wrap-anywhere text-muted text-sm">{t(earlierId ? 'changing' : 'offered', { name })}</p>
        <Button
          look="plain"
          size="small"
          busy={busy}
          onClick={() => void act('DELETE', path, undefined, { say: t('declined'), focus: 'title' })}
        >
          {t('takeBack')}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button
        look={isFirst ? 'primary' : 'quiet'}
        busy={busy}
        onClick={() => void act('PUT', `${path}/acceptance`, undefined, { say: t('accepted'), focus: 'title' })}
      >
        {t('accept')}
      </Button>
      <Button
        look="plain"
        busy={busy}
        onClick={() => void act('DELETE', path, undefined, { say: t('declined'), focus: 'title' })}
      >
        {t('decline')}
      </Button>
    </div>
  );
}

/** What became of it: said by one, and closed once the other says the same. */
function Outcome({ commitment }: { commitment: CommitmentView }) {
  const t = useTranslations('talks.commitments');
  const { refresh } = useLive();
  const { show } = useToast();
  const { act, busy } = useAct();
  const { id, said, doer } = commitment;
  const say = async (outcome: 'kept' | 'letgo') => {
    const closes = said?.by === 'partner' && said.outcome === outcome;
    const sent = await act<CommitmentView>('PUT', `/api/commitments/${id}/outcome`, { outcome });
    if (!sent?.ok || !closes) return;
    await refresh();
    document.getElementById('title')?.focus({ preventScroll: true });
    if (outcome === 'letgo') show(t('closedLetgo'), { tone: 'calm' });
    else if (doer === 'me') show(t('outcomes.kept'), { tone: 'calm' });
    else show(t('closedKept'), { tone: 'calm', action: { label: t('thank'), href: '/talk/notes/new?kind=gratitude' } });
  };
  return (
    <fieldset className="ml-auto flex flex-wrap gap-2">
      <legend className="sr-only">{t('group')}</legend>
      {(['kept', 'letgo'] as const).map((outcome) => (
        <Button
          key={outcome}
          look="quiet"
          size="small"
          busy={busy}
          aria-pressed={said?.by === 'me' && said.outcome === outcome}
          className="aria-pressed:bg-calm-tint aria-pressed:text-calm"
          onClick={() => void say(outcome)}
        >
          {t(outcome)}
        </Button>
      ))}
    </fieldset>
  );
}
