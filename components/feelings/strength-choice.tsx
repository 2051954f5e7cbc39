import { useTranslations } from 'next-intl';
import { type Strength, strengths } from '#lib/feelings/kinds';

const sizes: Record<Strength, string> = { 1: 'size-3', 2: 'size-4.5', 3: 'size-6', 4: 'size-7.5', 5: 'size-9' };

/** How strong it is: five circles that grow, each with its word. It may be left open again. */
export function StrengthChoice({
  value,
  onChange,
}: {
  value: Strength | null;
  onChange: (value: Strength | null) => void;
}) {
  const t = useTranslations('feelings.strength');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{t('legend')}</legend>
      <div className="flex flex-wrap gap-x-1 gap-y-2">
        {strengths.map((strength) => (
          <label
            key={strength}
            className="group/strength flex min-w-12 max-w-full flex-1 flex-col items-center gap-1.5 rounded-lg px-1 py-2 text-center text-muted text-sm leading-tight transition-colors duration-150 hover:text-ink has-checked:bg-mine-tint has-checked:font-semibold has-checked:text-mine has-focus-visible:outline-2 has-focus-visible:outline-ink forced-colors:has-checked:outline-1"
          >
            <input
              type="radio"
              name="strength"
              value={strength}
              checked={value === strength}
              onChange={() => onChange(strength)}
              className="sr-only"
            />
            <span aria-hidden="true" className="flex h-9 items-center">
              <span
                className={`${sizes[strength]} rounded-full border-[1.5px] border-edge group-has-checked/strength:border-mine group-has-checked/strength:bg-mine`}
              />
            </span>
            {t(`names.${strength}`)}
          </label>
        ))}
      </div>
      {value !== null && (
        <button
          type="button"
          onClick={() => onChange(null)}
          className="mt-1 min-h-11 rounded-md pr-3 font-medium text-muted text-sm hover:text-ink"
        >
          {t('open')}
        </button>
      )}
    </fieldset>
  );
}
