import { CircleAlert, CircleCheck, Info, LockKeyhole } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

const tones = {
  sealed: { box: 'border-dashed border-theirs bg-theirs-tint text-theirs', Icon: LockKeyhole },
  calm: { box: 'border-transparent bg-calm-tint text-calm', Icon: CircleCheck },
  ours: { box: 'border-transparent bg-ours-tint text-ours', Icon: Info },
  danger: { box: 'border-danger bg-danger-tint text-danger', Icon: CircleAlert },
  plain: { box: 'border-line bg-sunk text-muted', Icon: Info },
};

/** A few words that stand out: what waits sealed, what went well, what went wrong. For news that comes later, announce it too. */
export function Notice({
  tone = 'plain',
  icon,
  title,
  children,
  className,
  ...rest
}: {
  tone?: keyof typeof tones;
  /** `null` for none. */
  icon?: ReactNode;
  title?: ReactNode;
} & Omit<ComponentProps<'div'>, 'title'>) {
  const { box, Icon } = tones[tone];
  return (
    <div {...rest} className={classes('flex gap-3 rounded-lg border px-4 py-3 text-base', box, className)}>
      {icon === undefined ? (
        <Icon aria-hidden="true" className="mt-[0.2em] size-5 shrink-0" />
      ) : (
        icon && <span className="mt-[0.2em] shrink-0 [&>svg]:size-5">{icon}</span>
      )}
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
