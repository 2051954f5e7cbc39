'use client';

import { useTranslations } from 'next-intl';
import { type NoteKind, noteKinds } from '#lib/talks/kinds';
import { kindIcons } from './note-kinds';

/** What a note is, with a line about the one that is chosen. */
export function KindPicker({ value, onChange }: { value: NoteKind; onChange: (kind: NoteKind) => void }) {
  const t = useTranslations('talks');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold text-sm">{t('note.kind')}</legend>
      <div className="flex flex-wrap gap-2">
        {noteKinds.map((kind) => {
          const Icon = kindIcons[kind];
          return (
            <label
              key={kind}
              className="wrap-anywhere flex min-h-11 max-w-full items-center gap-2 rounded-full border border-edge px-3.5 text-sm transition-colors duration-150 hover:border-ink has-checked:border-mine has-checked:bg-mine-tint has-checked:font-semibold has-checked:text-mine has-focus-visible:outline-2 has-focus-visible:outline-ink forced-colors:has-checked:outline-1"
            >
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={value === kind}
                onChange={() => onChange(kind)}
                aria-describedby="kind-hint"
                className="sr-only"
              />
              <Icon aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
              {t(`kinds.${kind}`)}
            </label>
          );
        })}
      </div>
      <p id="kind-hint" className="pt-2 text-muted text-sm">
        {t(`kindHints.${value}`)}
      </p>
    </fieldset>
  );
}
