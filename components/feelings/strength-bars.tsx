import type { rangeOf } from '#lib/feelings/rules';

const apart = 25;
const high = 76;
const yOf = (strength: number) => high - 8 - ((strength - 1) / 4) * (high - 16);

/** A bar a week, from the faintest to the strongest, and a circle at its middle. Only a picture. */
export function StrengthBars({
  ranges,
  top,
  bottom,
}: {
  ranges: readonly ReturnType<typeof rangeOf>[];
  top: string;
  bottom: string;
}) {
  const wide = ranges.length * apart;
  return (
    <div>
      <p className="text-muted text-xs">{top}</p>
      <svg viewBox={`0 0 ${wide} ${high}`} aria-hidden="true" className="block h-auto w-full">
        {[1, 2, 3, 4, 5].map((strength) => (
          <line
            key={strength}
            x1="0"
            x2={wide}
            y1={yOf(strength)}
            y2={yOf(strength)}
            className="stroke-line"
            strokeWidth="0.7"
          />
        ))}
        {ranges.map((range, index) => {
          if (!range) return null;
          const x = apart * (index + 0.5);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week's place is what it is
            <g key={index}>
              <rect
                x={x - 4}
                y={yOf(range.high) - 4}
                width="8"
                height={yOf(range.low) - yOf(range.high) + 8}
                rx="4"
                className="fill-mine-tint stroke-mine"
                strokeWidth="0.9"
              />
              <circle cx={x} cy={yOf(range.mean).toFixed(2)} r="2.6" className="fill-mine" />
            </g>
          );
        })}
      </svg>
      <p className="text-muted text-xs">{bottom}</p>
    </div>
  );
}
