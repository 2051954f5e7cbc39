'use client';

import { Check, LockKeyhole } from 'lucide-react';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { ButtonLink, TextLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip, ChipButton } from '#components/ui/chip';
import { sayWhen } from '#lib/i18n/when';
import type { ThanksView } from '#lib/thanks/view';
import { ThanksWords } from './thanks-words';
import { WayIcon } from './way-icon';

/** One that was given, in the list: whose, when, the words, and what was answered. */
export function ThanksCard({ thanks, name: partnerName }: { thanks: ThanksView; name: string }) {
  const t = useTranslations('thanks.list');
  const words = useTranslations('thanks');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const { id, kind, by, to, givenAt, answer, isReceived, isNew } = thanks;
  const isMine = by === 'me';
  const name = by === 'partner' || to === 'partner' ? partnerName : words('gone');
  const when = givenAt ? sayWhen(locale, zone, givenAt, now) : '';
  const who = kind === 'fondness' ? (isMine ? 'lovedByMe' : 'lovedByPartner') : isMine ? 'byMe' : 'byPartner';
  const head = (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <Chip tone={isMine ? 'mine' : 'theirs'}>{t(who, { name })}</Chip>
      <p className="text-muted text-sm">{when}</p>
    </div>
  );
  if (isNew)
    return (
      <Card as="li" tight tone="sealed" className="flex flex-col gap-3 sm:px-5">
        {head}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="flex items-center gap-2 text-theirs">
            <LockKeyhole aria-hidden="true" className="size-4 shrink-0" />
            {t('new')}
          </p>
          <ButtonLink href={`/thanks/${id}`} size="small" aria-label={t('openOf', { name, when })} className="ml-auto">
            {t('open')}
          </ButtonLink>
        </div>
      </Card>
    );
  return (
    <Card as="li" tight className="flex flex-col gap-3 sm:px-5">
      {head}
      <ThanksWords thanks={thanks} name={name} />
      {answer && (
        <div className={`border-l-[3px] py-0.5 pl-3.5 ${isMine ? 'border-theirs' : 'border-mine'}`}>
          <p className="wrap-anywhere font-semibold text-muted text-sm">{isMine ? name : words('you')}</p>
          {answer.text ? (
            <p className="written" dir="auto">
              {answer.text}
            </p>
          ) : (
            <p className="text-muted italic">{t('answerGone')}</p>
          )}
        </div>
      )}
      {isMine && isReceived && !answer && <p className="wrap-anywhere text-muted text-sm">{t('received', { name })}</p>}
      <Acts thanks={thanks} />
    </Card>
  );
}

/** How long what I was given offers to be answered from the list, in ms. Thanks need no answer: an old one does not ask. */
const askedFor = 7 * 24 * 3_600_000;

/** Of mine, whether I have shown it; of what I was given lately, a way to answer. */
function Acts({ thanks: { id, by, way, isShown, answer, words, givenAt } }: { thanks: ThanksView }) {
  const t = useTranslations('thanks');
  const now = useNow();
  const { partnerName } = useLive();
  const { act, busy } = useAct();
  if (by === 'me' && way) {
    const press = () => void (busy || act('PUT', `/api/thanks/${id}/showing`, { way, isShown: !isShown }));
    return (
      <ChipButton
        tone="calm"
        pressed={isShown}
        icon={isShown ? <Check aria-hidden="true" /> : <WayIcon way={way} />}
        aria-label={isShown ? undefined : t('list.toShow', { way: t(`ways.${way}`) })}
        title={t('toShow.only')}
        className="self-start"
        onClick={press}
      >
        {isShown ? t('list.shown', { way: t(`ways.${way}`) }) : t(`ways.${way}`)}
      </ChipButton>
    );
  }
  const isRecent = givenAt !== null && now.getTime() - Date.parse(givenAt) < askedFor;
  if (by !== 'partner' || answer || !partnerName || !isRecent) return null;
  return (
    <TextLink
      href={`/thanks/${id}`}
      aria-label={t('list.answerOf', { did: words?.did ?? '' })}
      className="target relative self-start text-sm"
    >
      {t('list.answer')}
    </TextLink>
  );
}
