import { LockKeyhole } from 'lucide-react';
import { useTimeZone, useTranslations } from 'next-intl';
import { capitalise } from '#components/plans/capitalise';
import { DateLeaf } from '#components/plans/date-leaf';
import { ButtonLink, TextLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { dayIn } from '#lib/clock';
import type { NextTalk } from '#lib/talks/view';
import { Dotted } from './dotted';
import { NextMenu } from './next-menu';
import { StartTalk } from './start-talk';
import { useSayStart } from './use-say-start';

type NoteCount = { brought: number; kept: number };

/** The talk that is to come: when, what I bring, and what may be done about it. */
export function NextTalkCard({ next, notes, isFirst }: { next: NextTalk; notes: NoteCount; isFirst: boolean }) {
  const t = useTranslations('talks');
  const sayStart = useSayStart();
  const zone = useTimeZone() ?? 'UTC';
  const { form, startsAt, day, isMoved, isNear, isNow } = next;
  return (
    <Card aria-labelledby="next" className="flex flex-col gap-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <DateLeaf day={dayIn(zone, new Date(startsAt))} />
        <div className="wrap-anywhere min-w-[min(8rem,100%)] flex-1 self-center">
          <p className="font-semibold text-ours text-sm">{t(isNow ? 'next.now' : 'next.label')}</p>
          <h2 id="next" tabIndex={-1} className="title text-xl">
            <Dotted>{capitalise(sayStart(startsAt))}</Dotted>
          </h2>
          <p className="text-muted text-sm">
            <Dotted>{[t(`forms.${form}.name`), isMoved && t('next.moved')].filter(Boolean).join(' · ')}</Dotted>
          </p>
        </div>
        <NextMenu next={next} />
      </div>
      {(isNow || isNear) && (
        <div className="flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
          {isNow && (
            <StartTalk form={form} day={day} look={isFirst ? 'primary' : 'quiet'}>
              {t('next.begin')}
            </StartTalk>
          )}
          <ButtonLink href="/talk/notes/new?bring=1" look={isFirst && !isNow ? 'primary' : 'quiet'}>
            {t('next.bring')}
          </ButtonLink>
        </div>
      )}
      <OwnNotes notes={notes} />
    </Card>
  );
}

/** How many notes I have for it, which only I see. */
function OwnNotes({ notes: { brought, kept } }: { notes: NoteCount }) {
  const t = useTranslations('talks.next.notes');
  const words = [brought > 0 && t('brought', { count: brought }), kept > 0 && t('kept', { count: kept })];
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 border-line border-t pt-4 text-muted text-sm">
      <LockKeyhole aria-hidden="true" className="size-3.5 shrink-0 translate-y-0.5 text-theirs" />
      <span className="min-w-[min(9rem,100%)] flex-1">{words.filter(Boolean).join(' ') || t('none')}</span>
      <TextLink href="/talk/notes" className="target">
        {t('look')}
      </TextLink>
    </p>
  );
}
