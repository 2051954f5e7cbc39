'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useRef } from 'react';
import { LetWordsGo } from '#components/plans/let-words-go';
import { useHeldFocus } from '#components/plans/use-held-focus';
import { Button } from '#components/ui/button';
import { TextArea } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { longestPart } from '#lib/talks/kinds';
import { overtakenId, type Part } from './use-part';

/** Where a part is written: below what stands, it says that another version came while I typed, and asks which shall hold. */
export function PartField({
  part,
  partnerName,
  takesFocus,
  onLeave,
  ...field
}: {
  part: Part;
  partnerName: string;
  takesFocus?: boolean;
  /** What follows when the other version shall hold. */
  onLeave?: () => void;
} & Pick<ComponentProps<typeof TextArea>, 'label' | 'hint' | 'minRows' | 'name' | 'error' | 'required'>) {
  const t = useTranslations('talks.record');
  const place = useRef<HTMLDivElement>(null);
  useHeldFocus(place);
  // The button that was pressed goes; the focus stays with the words.
  const focus = () => place.current?.querySelector('textarea')?.focus({ preventScroll: true });
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  const forget = () => {
    part.forget();
    focus();
  };
  return (
    <div ref={place} className="flex w-full flex-col gap-4">
      <TextArea
        {...field}
        limit={longestPart}
        value={part.text}
        onChange={(event) => part.write(event.target.value)}
        // Beside the label, so that nothing moves when the words are kept.
        aside={
          part.isChanged &&
          !part.isOvertaken && <LetWordsGo forget={forget} restore={part.restore} className="-my-2 -mr-3 shrink-0" />
        }
      />
      {part.isOvertaken && (
        <Notice id={overtakenId(part.kind)} tabIndex={-1} tone="ours" role="status">
          <p className="wrap-anywhere">
            {part.stands?.by === 'partner' ? t('meanwhile', { name: partnerName }) : t('meanwhileOwn')}
          </p>
          <div className="flex flex-wrap gap-2 pt-2">
            <Button
              look="quiet"
              size="small"
              onClick={() => {
                part.putOn();
                focus();
              }}
            >
              {t('onMine')}
            </Button>
            <Button
              look="plain"
              size="small"
              onClick={() => {
                forget();
                onLeave?.();
              }}
            >
              {t('leaveIt')}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
