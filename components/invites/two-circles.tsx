import { classes } from '#components/ui/classes';

const sizes = { small: 'max-w-60', medium: 'max-w-xs', large: 'max-w-xs md:max-w-md' };

// Where a circle is its owner's alone.
const labels = { apart: 'gap-[8%]', near: 'gap-[13%] px-[11%]', together: 'gap-[20%] px-[14%]' };

const eases = 'transition-[cx] duration-500 ease-nearer';

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
  size = 'medium',
}: {
  mine: string | null;
  theirs: string | null;
  step: keyof typeof places;
  dotted?: 'mine' | 'theirs';
  size?: keyof typeof sizes;
}) {
  const [left, right] = places[step];
  const dots = { strokeDasharray: '0.1 6', strokeLinecap: 'round' } as const;
  const half = (right - left) / 2;
  const height = Math.sqrt(62 * 62 - half * half);
  const middle = (left + right) / 2;
  const lens = `M${middle} ${66 - height}A62 62 0 0 1 ${middle} ${66 + height}A62 62 0 0 1 ${middle} ${66 - height}Z`;
  return (
    <div aria-hidden="true" className={classes('relative mx-auto w-full select-none', sizes[size])}>
      <svg viewBox="0 0 272 132" aria-hidden="true" className="w-full" fill="none" strokeWidth="2">
        <circle cx={left} cy="66" r="62" className={classes('fill-mine-tint', eases)} />
        <circle cx={right} cy="66" r="62" className={classes('fill-theirs-tint', eases)} />
        {step !== 'apart' && (
          <path d={lens} className={classes('fill-ours-tint', step === 'together' && 'stroke-ours')} />
        )}
        <circle cx={left} cy="66" r="62" className={classes('stroke-mine', eases)} {...(dotted === 'mine' && dots)} />
        <circle
          cx={right}
          cy="66"
          r="62"
          className={classes('stroke-theirs', eases)}
          {...(dotted === 'theirs' && dots)}
        />
      </svg>
      <div className={classes('absolute inset-0 grid grid-cols-2 items-center font-semibold', labels[step])}>
        <Name name={mine} className="text-mine" />
        <Name name={theirs} className="text-theirs" />
      </div>
    </div>
  );
}

function Name({ name, className }: { name: string | null; className: string }) {
  return (
    <span className={classes('truncate px-1.5 text-center font-semibold font-serif text-lg', className)}>{name}</span>
  );
}
