'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { longestTitle } from '#lib/plans/kinds';
import type { PlanView, VersionView } from '#lib/plans/view';
import { keyOf, readUnsent } from '#lib/unsent';
import { LeftVersion } from './left-version';
import { joinFields, toPlanFields } from './plan-fields';
import { PlannedWhen } from './planned-when';
import { PostponeForm } from './postpone-form';
import { useHeldFocus } from './use-held-focus';
import { VersionForm, type VersionWay } from './version-form';

type Open = VersionWay | 'later' | null;

/** What I say to a plan that is being settled, or to one that is settled and could be otherwise. */
export function Replies({
  plan,
  partnerName,
  begins,
}: {
  plan: Pick<PlanView, 'id' | 'state' | 'askedOf' | 'trail' | 'content' | 'when'>;
  partnerName: string;
  /** Opens the form for another version at once. */
  begins?: boolean;
}) {
  const t = useTranslations('plans.reply');
  const { userId } = useLive();
  const [open, setOpen] = useState<Open>(begins ? 'countered' : null);
  const { act, busy } = useAct();
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useHeldFocus(form);
  const { id, state, askedOf, trail, content } = plan;
  const last = trail.at(-1);
  const lastN = last?.n ?? 0;
  const isAsked = askedOf === 'me';
  const mine = trail.findLast(({ by, content }) => by === 'me' && content);
  const theirs = trail.findLast(({ by, content }) => by === 'partner' && content);
  const canCombine = isAsked && mine !== undefined && theirs !== undefined;

  // What was typed before a reload opens again.
  useEffect(() => {
    const way = (['countered', 'combined'] as const).find((name) => readUnsent(keyOf(userId, 'plan', id, name)));
    if (way) setOpen((before) => before ?? way);
  }, [userId, id]);

  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[data-first]')?.focus());
  };

  const isOpenPlan = state === 'proposed' || state === 'later' || state === 'planned';
  if (!isOpenPlan) return <LeftVersion planId={id} />;

  if (open === 'later' && isAsked) {
    return (
      <Card as="div" ref={form}>
        <PostponeForm planId={id} n={lastN} partnerName={partnerName} onDone={() => setOpen(null)} onLeave={close} />
      </Card>
    );
  }
  if (open === 'countered' || (open === 'combined' && mine && theirs)) {
    const shown = toPlanFields(content, plan.when);
    const words =
      open === 'combined'
        ? { title: t('combine'), lead: t('combineText', { name: partnerName }) }
        : isAsked
          ? { title: t('another'), lead: t('anotherText') }
          : state === 'planned'
            ? { title: t('change'), lead: t('changeText', { name: partnerName }) }
            : { title: t('own'), lead: t('ownText', { name: partnerName }) };
    return (
      <Card as="div" ref={form}>
        <VersionForm
          key={open}
          planId={id}
          way={open}
          lastN={lastN}
          given={
            open === 'combined' && mine && theirs
              ? joinFields(
                  toPlanFields(mine.content, mine.when),
                  toPlanFields(theirs.content, theirs.when),
                  longestTitle,
                )
              : shown
          }
          ideaId={content?.ideaId ?? mine?.content?.ideaId ?? theirs?.content?.ideaId ?? null}
          partnerName={partnerName}
          {...words}
          sides={open === 'combined' && mine && theirs && <Sides mine={mine} theirs={theirs} name={partnerName} />}
          onDone={() => setOpen(null)}
          onLeave={close}
        />
      </Card>
    );
  }
  if (isAsked) {
    return (
      <Card aria-labelledby="reply" className="flex flex-col gap-4">
        <div ref={place}>
          <h2 id="reply" tabIndex={-1} className="title text-xl">
            {t('title')}
          </h2>
          <p className="text-muted text-sm">{t('text')}</p>
          <div className="mt-4 flex flex-wrap gap-2.5 max-sm:[&>*]:w-full">
            <Button
              busy={busy}
              onClick={() =>
                void act('PUT', `/api/plans/${id}/agreement`, { n: lastN }, { say: t('agreed'), focus: 'title' })
              }
            >
              {t('yes')}
            </Button>
            <Button look="quiet" data-first onClick={() => setOpen('countered')}>
              {t('another')}
            </Button>
            {canCombine && (
              <Button look="quiet" onClick={() => setOpen('combined')}>
                {t('combine')}
              </Button>
            )}
            <Button look="quiet" onClick={() => setOpen('later')}>
              {t('notNow')}
            </Button>
          </div>
        </div>
      </Card>
    );
  }
  if (state === 'planned') {
    return (
      <div ref={place} className="flex justify-center">
        <Button look="plain" data-first onClick={() => setOpen('countered')}>
          {t('change')}
        </Button>
      </div>
    );
  }
  return (
    <Card aria-labelledby="reply" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <div className="min-w-[min(14rem,100%)] flex-1">
        <h2 id="reply" tabIndex={-1} className="font-semibold">
          {t('waits', { name: partnerName })}
        </h2>
        <p className="text-muted text-sm">{t('waitsText')}</p>
      </div>
      <div ref={place} className="ml-auto">
        <Button look="quiet" data-first onClick={() => setOpen('countered')}>
          {t('own')}
        </Button>
      </div>
    </Card>
  );
}

/** The last of each, to take from. */
function Sides({ mine, theirs, name }: { mine: VersionView; theirs: VersionView; name: string }) {
  const t = useTranslations('plans.reply');
  const sides = [
    { version: mine, label: t('yours'), look: 'bg-mine-tint', tone: 'text-mine' },
    { version: theirs, label: t('theirs', { name }), look: 'bg-theirs-tint', tone: 'text-theirs' },
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 sm:grid-cols-2">
      {sides.map(({ version, label, look, tone }) => (
        <div key={version.id} className={`flex flex-col gap-1 rounded-lg p-4 ${look}`}>
          <p className={`wrap-anywhere font-semibold text-sm ${tone}`}>{label}</p>
          <h3 className="title written text-lg leading-snug">{version.content?.title}</h3>
          <p className="text-sm">
            <PlannedWhen when={version.when} />
          </p>
          {version.content?.text && (
            <p className="written text-sm" dir="auto">
              {version.content.text}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
