'use client';

import { ChevronDown, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { focusTitleOf } from '#components/plans/focus-title';
import { useTyped } from '#components/plans/use-typed';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { classes } from '#components/ui/classes';
import { TextArea } from '#components/ui/field';
import { Form, useForm } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { type Family, longestLine, mostChosen, mostFeelings, type Strength } from '#lib/feelings/kinds';
import type { Wheel } from '#lib/feelings/wheel';
import { ChipChecks } from './chip-checks';
import { FamilyWheel } from './family-wheel';
import styles from './feelings.module.css';
import { NeedChoice } from './need-choice';
import { OwnLine } from './own-line';
import { StrengthChoice } from './strength-choice';
import { familiesOf, feelingsOf } from './words-of';

export type CheckInFields = {
  feelings: string[];
  strength: Strength | null;
  body: string[];
  around: string[];
  needs: string[];
  line: string;
};

export const emptyCheckIn: CheckInFields = {
  feelings: [],
  strength: null,
  body: [],
  around: [],
  needs: [],
  line: '',
};

/** Where one says how one is: a circle, a word, and done; or more of it. */
export function CheckInForm({
  wheel,
  checkInId,
  given,
}: {
  wheel: Wheel;
  /** Null for a new one: its id is made here. */
  checkInId: string | null;
  given: CheckInFields;
}) {
  const t = useTranslations('feelings');
  const { partnerName, refresh } = useLive();
  const { show } = useToast();
  const router = useRouter();
  const words = useRef<HTMLDivElement>(null);
  const { fields, isTyped, getId, write, forget } = useTyped(given, 'check-in', checkInId ?? 'new');
  const { feelings, strength, body, around, needs, line } = fields;
  const taken = familiesOf(wheel, feelings);
  const [opened, setOpened] = useState<Family | null>(null);
  // What was taken before is looked at first: on changing one, and after a reload.
  const open = opened ?? taken[0] ?? null;
  const family = wheel.families.find(({ id }) => id === open);
  const [showsMore, setShowsMore] = useState(false);
  const hasMore = strength !== null || line !== '' || [...body, ...around, ...needs].length > 0;

  const form = useForm<unknown>({
    action: () =>
      send('PUT', `/api/check-ins/${checkInId ?? getId()}`, {
        feelings,
        body,
        around,
        needs,
        ...(strength !== null && { strength }),
        ...(line.trim() && { line }),
      }),
    onDone: async () => {
      if (checkInId) router.push('/feelings');
      await refresh();
      forget();
      setOpened(null);
      setShowsMore(false);
      show(t('kept'), { tone: 'calm' });
      focusTitleOf('/feelings');
    },
  });

  const openFamily = (id: Family) => {
    setOpened(id);
    // On a phone the words open below the thumb: the first of them come into sight by themselves, and the wheel stays.
    requestAnimationFrame(() => {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      words.current?.scrollIntoView({ block: 'nearest', behavior });
    });
  };
  return (
    <Form form={form} className="gap-4">
      <Card as="div" className="flex flex-col gap-6 sm:p-7">
        <FamilyWheel families={wheel.families} open={open} taken={taken} onOpen={openFamily} />
        {family && (
          <div key={family.id} className="flex animate-arrive flex-col gap-3">
            <div
              ref={words}
              className={classes('scroll-mb-[calc(var(--bar)+13rem)]', styles.hue)}
              data-family={family.id}
            >
              <p aria-hidden="true" className="title text-(--hue) text-xl">
                {family.name}
              </p>
              <p className="text-muted text-sm">{family.asks}</p>
            </div>
            <ChipChecks
              legend={t('wheel.words', { family: family.name })}
              legendHidden
              name="feelings"
              words={family.feelings}
              taken={feelings}
              most={mostFeelings}
              full={t('wheel.full')}
              family={family.id}
              onChange={(next) => write({ feelings: next })}
            />
          </div>
        )}
      </Card>
      {feelings.length > 0 && (
        <details
          open={showsMore || hasMore}
          onToggle={(event) => setShowsMore(event.currentTarget.open)}
          className="group rounded-card border border-line bg-surface shadow-card"
        >
          <summary className="flex min-h-14 items-center justify-between gap-3 rounded-card px-5 py-3 font-semibold sm:px-7">
            {t('more')}
            <ChevronDown
              aria-hidden="true"
              className="size-5 shrink-0 text-muted transition-[rotate] duration-150 group-open:rotate-180"
            />
          </summary>
          <div className="flex flex-col gap-7 px-5 pt-1 pb-6 sm:px-7">
            <StrengthChoice value={strength} onChange={(value) => write({ strength: value })} />
            <ChipChecks
              legend={t('body')}
              name="body"
              words={wheel.body}
              taken={body}
              most={mostChosen}
              full={t('full')}
              onChange={(next) => write({ body: next })}
            />
            <ChipChecks
              legend={t('around')}
              name="around"
              words={wheel.around}
              taken={around}
              most={mostChosen}
              full={t('full')}
              onChange={(next) => write({ around: next })}
            />
            <NeedChoice
              needs={wheel.needs}
              families={taken}
              taken={needs}
              onChange={(next) => write({ needs: next })}
            />
            <TextArea
              {...form.field('line')}
              label={t('line')}
              limit={longestLine}
              minRows={2}
              value={line}
              onChange={(event) => write({ line: event.target.value })}
            />
          </div>
        </details>
      )}
      {feelings.length > 0 && (
        <div className="@container sticky bottom-[calc(var(--bar)+0.75rem)] z-10 max-h-[40dvh] overflow-y-auto rounded-card border border-line bg-surface px-4 py-3 shadow-over sm:px-5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            {/* With large text on a small screen they would hide what is written below; the check boxes say the same. */}
            <ul
              aria-label={t('wheel.taken')}
              className="@min-[15rem]:flex hidden min-w-[min(11rem,100%)] flex-1 flex-wrap gap-1.5"
            >
              {feelingsOf(wheel, feelings).map((word) => (
                <li key={word.id} className={classes('max-w-full', styles.hue)} data-family={word.family}>
                  <button
                    type="button"
                    aria-label={t('wheel.back', { word: word.words })}
                    onClick={() => write({ feelings: feelings.filter((id) => id !== word.id) })}
                    className="target wrap-anywhere inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-full bg-(--tint) px-3 py-1 text-left font-medium text-(--hue) text-sm forced-edge"
                  >
                    {word.words}
                    <X aria-hidden="true" className="size-3.5 shrink-0" />
                  </button>
                </li>
              ))}
            </ul>
            <Button type="submit" busy={form.busy} className="ml-auto">
              {t('keep')}
            </Button>
          </div>
        </div>
      )}
      <OwnLine partnerName={partnerName} isTyped={isTyped} />
    </Form>
  );
}
