'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { useToday } from '#components/plans/use-today';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { classes } from '#components/ui/classes';
import { sayCalendarDay } from '#lib/i18n/when';
import type { CommitmentView } from '#lib/talks/view';
import { CommitmentForm, useTypedCommitment } from './commitment-form';
import { CommitmentOutcome } from './commitment-outcome';
import { type Names, useDoerWords } from './use-doer-words';
import { useOpened } from './use-opened';

/** What one or both said they would do: who, what, until when; and what may be said of it, or changed. */
export function CommitmentCard({
  commitment,
  partnerName,
  me,
  isFirst,
  isChanging,
  isNew,
  talkId = commitment.talkId,
}: {
  commitment: CommitmentView;
  /** Null where nothing can be said of it any more. */
  partnerName: string | null;
  /** My name, where the screen is for both. */
  me?: string;
  /** Its yes is the page's main act. */
  isFirst?: boolean;
  /** Another waits to take its place. */
  isChanging?: boolean;
  /** It comes of the talk that is under way: there is nothing to say of it yet. */
  isNew?: boolean;
  /** The talk that another in its place would come of. */
  talkId?: string | null;
}) {
  const t = useTranslations('talks');
  const { text, doer, state, by, said, earlierId } = commitment;
  const name = partnerName ?? t('gone');
  const names = { name, me };
  const sayDoer = useDoerWords(names);
  const change = useOpened();
  const asksMe = state === 'offered' && by === 'partner';
  return (
    <Card as="li" tight tone={asksMe ? 'theirs' : 'surface'} className="flex flex-col gap-3 sm:p-5">
      {asksMe && (
        <p className="wrap-anywhere font-semibold text-sm text-theirs">
          {earlierId
            ? t('commitments.changingAsks', { name })
            : me
              ? t('commitments.asksOne', { name, me })
              : t('commitments.asks', { name })}
        </p>
      )}
      <p className="written font-medium text-lg leading-snug" dir="auto">
        {text ?? <span className="text-muted italic">{t('commitments.gone')}</span>}
      </p>
      {said && partnerName && <Said said={said} names={names} />}
      {isChanging && state === 'open' && <p className="text-muted text-sm">{t('commitments.isChanging')}</p>}
      <div className="wrap-anywhere flex flex-wrap items-center gap-x-2.5 gap-y-2 text-muted text-sm">
        <Chip>{sayDoer(doer)}</Chip>
        {isNew && state === 'open' && <Chip tone="calm">{t('commitments.agreed')}</Chip>}
        <Standing commitment={commitment} />
        {partnerName && state === 'open' && !isNew && !change.isOpen && (
          <CommitmentOutcome commitment={commitment} isShared={me !== undefined}>
            {!isChanging && (
              <Button ref={change.button} look="plain" size="small" onClick={change.open}>
                {t('commitments.change')}
              </Button>
            )}
          </CommitmentOutcome>
        )}
      </div>
      {partnerName && state === 'open' && change.isOpen && (
        <ChangeForm talkId={talkId} earlier={commitment} names={names} onClose={change.close} />
      )}
      {partnerName && state === 'offered' && (
        <OfferedActs commitment={commitment} names={names} isFirst={isFirst ?? false} />
      )}
    </Card>
  );
}

function ChangeForm(props: { talkId: string | null; earlier: CommitmentView; names: Names; onClose: () => void }) {
  return <CommitmentForm {...props} typed={useTypedCommitment(props.talkId, props.earlier)} takesFocus />;
}

/** What one says became of it, while the other has not. */
function Said({ said, names: { name, me } }: { said: NonNullable<CommitmentView['said']>; names: Names }) {
  const t = useTranslations('talks.commitments');
  const { outcome } = said;
  const isMine = said.by === 'me';
  return (
    <p className={classes('wrap-anywhere text-sm', isMine ? 'text-muted' : 'font-medium text-theirs')}>
      {me
        ? t(isMine ? 'saidMineOne' : 'saidTheirsOne', { outcome, name, me })
        : t(isMine ? 'saidMine' : 'saidTheirs', { outcome, name })}
    </p>
  );
}

/** How it ended, or when to look at it again. */
function Standing({ commitment: { state, outcome, isDue, reviewOn } }: { commitment: CommitmentView }) {
  const t = useTranslations('talks.commitments');
  const locale = useLocale();
  const today = useToday();
  const day = sayCalendarDay(locale, reviewOn, today);
  if (state === 'settled' && outcome)
    return <Chip tone={outcome === 'kept' ? 'calm' : 'sunk'}>{t(`outcomes.${outcome}`)}</Chip>;
  if (!isDue) return <span>{t('until', { day })}</span>;
  return (
    <span className="font-medium text-ink">
      {t('due')}
      {reviewOn < today && `, ${t('dueSince', { day })}`}
    </span>
  );
}

function OfferedActs({
  commitment: { id, by, earlierId },
  names: { name, me },
  isFirst,
}: {
  commitment: CommitmentView;
  names: Names;
  isFirst: boolean;
}) {
  const t = useTranslations('talks.commitments');
  const { act, busy } = useAct();
  const path = `/api/commitments/${id}`;
  const drop = () => void act('DELETE', path, undefined, { say: t('declined'), focus: 'title' });
  if (by !== 'partner')
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="wrap-anywhere text-muted text-sm">
          {t(me ? 'offeredOne' : earlierId ? 'changing' : 'offered', { name })}
        </p>
        <Button look="plain" size="small" busy={busy} onClick={drop}>
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
      <Button look="plain" busy={busy} onClick={drop}>
        {t('decline')}
      </Button>
    </div>
  );
}
