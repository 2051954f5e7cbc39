/** Where two circles of radius 16 around (20, 20) and (40, 20) meet. */
const lens = 'M30 7.51a16 16 0 0 1 0 24.98a16 16 0 0 1 0-24.98Z';

type MarkProps = {
  /** What it means here, for those who do not see it. Without one it is decoration beside a name. */
  title?: string;
  className?: string;
};

/** The logo: two circles, mine warm, theirs cool, and where they meet, ours. */
export function Mark({ title, className = 'h-7 w-auto' }: MarkProps) {
  return (
    <svg viewBox="2 2 56 36" className={className} role="img" aria-label={title} aria-hidden={title ? undefined : true}>
      <circle cx="20" cy="20" r="16" className="fill-mine" />
      <circle cx="40" cy="20" r="16" className="fill-theirs" />
      <path d={lens} className="fill-overlap" />
    </svg>
  );
}

/**
 * The two circles at a distance, for pages that hold nothing yet: `apart` before the partner has come, `near` after.
 * The dotted one is still empty.
 */
export function MarkOutline({ apart, className = 'h-24 w-auto' }: { apart?: boolean; className?: string }) {
  return (
    <svg viewBox="0 0 132 84" aria-hidden="true" className={className} fill="none" strokeWidth="1.75">
      <circle cx={apart ? 40 : 48} cy="42" r="36" className="fill-mine-tint stroke-mine" />
      <circle
        cx={apart ? 92 : 84}
        cy="42"
        r="36"
        className="fill-theirs-tint/70 stroke-theirs"
        strokeDasharray="0.1 5.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
