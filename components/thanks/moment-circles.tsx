import styles from './moment-circles.module.css';

/** The two circles as they ease together around what was given. */
export function MomentCircles() {
  return (
    <svg
      viewBox="0 0 148 84"
      aria-hidden="true"
      className="h-20 w-auto overflow-visible sm:h-28"
      fill="none"
      strokeWidth="1.75"
    >
      <circle cx="53" cy="42" r="36" className={`fill-mine-tint stroke-mine ${styles.mine}`} />
      <circle cx="95" cy="42" r="36" className={`fill-theirs-tint/70 stroke-theirs ${styles.theirs}`} />
    </svg>
  );
}
