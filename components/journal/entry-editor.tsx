'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { OwnLine } from '#components/feelings/own-line';
import { useLive } from '#components/live/live-provider';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { TextArea } from '#components/ui/field';
import type { Wheel } from '#lib/feelings/wheel';
import { type EntryForm, longestEntry, minutesOf } from '#lib/journal/kinds';
import { countWords } from '#lib/journal/rules';
import type { EntryView } from '#lib/journal/view';
import { ChangedElsewhere } from './changed-elsewhere';
import { DeleteEntry } from './delete-entry';
import { FeelingPicks } from './feeling-picks';
import { useLocked } from './journal-door';
import { QuietClock } from './quiet-clock';
import { useEntry } from './use-entry';

/** Where an entry is written, in its form. It keeps itself. */
export function EntryEditor({
  id,
  form,
  saved,
  wheel,
}: {
  id: string;
  form: EntryForm;
  /** Null while it has not been begun. */
  saved: EntryView | null;
  wheel: Wheel;
}) {
  const t = useTranslations('journal.edit');
  const locale = useLocale();
  const { partnerName } = useLive();
  const { fields, status, isLocked, present, draft } = useEntry(id, form, saved);
  const lock = useLocked();
  useEffect(() => {
    if (isLocked) lock();
  }, [isLocked, lock]);

  const minutes = minutesOf[form];
  const words = countWords(fields.text, locale);
  const isBegun = fields.text !== '' || fields.feelings.length + fields.sensations.length > 0;
  return (
    <div className="flex flex-col gap-4">
      {present && <ChangedElsewhere present={present} wheel={wheel} onChoose={(which) => draft().choose(which)} />}
      <Card as="div" className="flex flex-col gap-6 sm:p-7">
        {form === 'letter' && <p className="text-lg text-muted">{t('letterLead')}</p>}
        {form === 'friend' && (
          <div className="flex flex-col gap-3">
            <p className="text-lg text-muted">{t('friendLead')}</p>
            <ul className="flex list-disc flex-col gap-1 pl-5 text-muted marker:text-mine">
              <li>{t('friendFirst')}</li>
              <li>{t('friendSecond')}</li>
              <li>{t('friendThird')}</li>
            </ul>
          </div>
        )}
        {form === 'feeling' && (
          <FeelingPicks wheel={wheel} fields={fields} onChange={(change) => draft().write(change)} />
        )}
        <div className="flex flex-col gap-2">
          <TextArea
            name="text"
            label={form === 'feeling' ? <span className="title text-xl">{t('aboutFeeling')}</span> : t('text')}
            labelHidden={form !== 'feeling'}
            placeholder={t('begin')}
            value={fields.text}
            onChange={(event) => draft().write({ text: event.target.value })}
            limit={longestEntry}
            minRows={3}
            className={form === 'feeling' ? '' : '[&_textarea]:min-h-64 sm:[&_textarea]:min-h-80'}
          />
          <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-1 text-muted text-sm">
            <p role="status">{status === 'quiet' ? '' : t(status)}</p>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 tabular-nums">
              {minutes && <QuietClock minutes={minutes} hasBegun={isBegun && saved === null} />}
              {words > 0 && <p>{t('words', { count: words })}</p>}
            </div>
          </div>
        </div>
      </Card>
      <OwnLine partnerName={partnerName} />
      {isBegun && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          {partnerName && fields.text.trim() !== '' ? (
            <ButtonLink
              href={`/feelings/shared/new?entry=${id}`}
              prefetch={false}
              look={form === 'letter' ? 'plain' : 'quiet'}
            >
              {t(form === 'letter' ? 'shareLetter' : 'share')}
            </ButtonLink>
          ) : (
            <span />
          )}
          <DeleteEntry id={id} onDeleted={() => draft().forget()} />
        </div>
      )}
    </div>
  );
}
