'use client';

import Link from 'next/link';
import { type ReactNode, useId, useRef } from 'react';
import { classes } from './classes';

type MenuItem = {
  label: ReactNode;
  icon?: ReactNode;
  danger?: boolean;
} & ({ href: string; onSelect?: undefined } | { onSelect: () => void; href?: undefined });

/**
 * A few acts behind one button, in the platform's popover: Escape and a press elsewhere close it. The items are ordinary
 * links and buttons, so Tab walks through them and no one has to know the arrow keys.
 */
export function Menu({
  label,
  trigger,
  items,
  header,
  triggerClassName,
}: {
  /** The name of the button. */
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  header?: ReactNode;
  triggerClassName?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);

  const place = () => {
    const from = button.current?.getBoundingClientRect();
    const element = popover.current;
    if (!from || !element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = Math.max(8, Math.min(from.right - width, document.documentElement.clientWidth - width - 8));
    const below = from.bottom + 6;
    const top = below + height > window.innerHeight - 8 ? Math.max(8, from.top - height - 6) : below;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };

  const close = () => popover.current?.hidePopover();

  const itemClasses = (danger?: boolean) =>
    classes(
      'flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-left font-medium no-underline hover:bg-lifted [&>svg]:size-5 [&>svg]:shrink-0',
      danger ? 'text-danger' : 'text-ink [&>svg]:text-muted',
    );

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={classes('inline-flex min-h-11 min-w-11 items-center justify-center rounded-full', triggerClassName)}
      >
        {trigger}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        onToggle={(event) => {
          if (event.newState === 'open') place();
        }}
        className="fixed inset-auto m-0 w-60 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface p-1.5 shadow-over"
      >
        {header && <div className="px-3 pt-2 pb-2.5">{header}</div>}
        <ul>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of a menu neither move nor carry state
            <li key={index}>
              {item.href === undefined ? (
                <button
                  type="button"
                  className={itemClasses(item.danger)}
                  onClick={() => {
                    close();
                    item.onSelect();
                  }}
                >
                  {item.icon}
                  {item.label}
                </button>
              ) : (
                <Link href={item.href} onClick={close} className={itemClasses(item.danger)}>
                  {item.icon}
                  {item.label}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
