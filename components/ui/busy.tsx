import { classes } from './classes';

/** Two circles easing together: something is on its way. Only a picture; say it in words beside it. */
export function Busy({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classes('inline-flex items-center justify-center', className)}>
      <span className="size-[0.9em] animate-nearer-left rounded-full bg-current opacity-80" />
      <span className="-ml-[0.3em] size-[0.9em] animate-nearer-right rounded-full bg-current opacity-50" />
    </span>
  );
}
