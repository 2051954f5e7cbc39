import { classes } from '../ui/classes';

/** How far apart, in the units of the picture: the places of the two centres. */
const places = { apart: [66, 206], near: [91, 181], together: [100, 172] } as const;

/**
 * The two of us as circles with our names, on the way to each other. A dotted one is a place that is still empty, or not
 * sure yet. Only a picture: the words stand beside it.
 */
export function TwoCircles({
  mine,
  theirs,
  step,
  dotted,
  className,
}: {
  mine: string | null;
  theirs: string | null;
  step: keyof typeof places;
  dotted?: 'mine' | 'theirs';
  className?: string;
}) {
  const [left, right] = places[step];
  const dots = { strokeDasharray: '0.1 6', strokeLinecap: 'round' } as const;
  const half = (right - left) / 2;
  const height = Math.sqrt(62 * 62 - half * half);
  const middle = (left + right) / 2;
  const lens = `M${middle} ${66 - height}A62 62 0 0 1 ${middle} ${66 + height}A62 62 0 0 1 ${middle} ${66 - height}Z`;
  return (
    <div aria-hidden="true" className={classes('relative mx-auto w-full max-w-xs select-none', className)}>
      <svg viewBox="0 0 272 132" aria-hidden="true" className="w-full" fill="none" strokeWidth="2">
        <circle
          cx={left}
          cy="66"
          r="62"
          className="fill-mine-tint stroke-mine transition-[cx] duration-500 ease-nearer"
          {...(dotted === 'mine' && dots)}
        />
        <circle
          cx={right}
          cy="66"
          r="62"
          className="fill-theirs-tint stroke-theirs transition-[cx] duration-500 ease-nearer"
          {...(dotted === 'theirs' && dots)}
        />
        {step !== 'apart' && (
          <path
            d={lens}
            className={step === 'together' ? 'fill-ours-tint stroke-ours' : 'fill-paper/60 stroke-transparent'}
          />
        )}
      </svg>
      <div
        className={classes(
          'absolute inset-0 grid grid-cols-2 items-center font-semibold',
          step === 'apart' ? 'gap-[8%]' : 'gap-[26%] px-[13%]',
        )}
      >
        <Name name={mine} className="text-mine" />
        <Name name={theirs} className="text-theirs" />
      </div>
    </div>
  );
}

function Name({ name, className }: { name: string | null; className: string }) {
  return <span className={classes('title truncate px-2 text-center text-lg', className)}>{name}</span>;
}
