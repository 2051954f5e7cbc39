'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button, IconButton } from './button';
import { classes } from './classes';

type DialogProps = {
  open: boolean;
  /** Closed by the person: Escape, the cross, or a press beside it. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The acts, the main one first. They stay in sight where the rest is taller than the screen. */
  footer?: ReactNode;
  /** A press beside it does not close it: for what takes writing. */
  sticky?: boolean;
  className?: string;
};

const below = 'pb-[calc(1.25rem+env(safe-area-inset-bottom))] sm:pb-7';

/** The platform's own modal: keeps the focus, gives it back, closes by Escape. Rises from the thumb on a phone. */
export function Dialog({ open, onClose, title, description, children, footer, sticky, className }: DialogProps) {
  const t = useTranslations('ui');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key is Escape, which the platform turns into onCancel
    <dialog
      ref={dialog}
      aria-labelledby={id}
      aria-describedby={description ? `${id}description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!sticky && event.target === event.currentTarget) onClose();
      }}
      className={classes(
        'sheet m-0 mt-auto max-h-[92dvh] w-full max-w-none scroll-pb-24 overflow-y-auto overscroll-contain rounded-t-card border border-line bg-surface shadow-over',
        'sm:m-auto sm:max-w-lg sm:rounded-card',
        className,
      )}
    >
      {open && (
        <div className={classes('flex flex-col gap-4 p-5 sm:p-7', footer ? 'pb-0 sm:pb-0' : below)}>
          <div className="flex items-start justify-between gap-3">
            <div className="flex flex-col gap-1">
              <h2 id={id} className="title text-2xl">
                {title}
              </h2>
              {description && (
                <p id={`${id}description`} className="text-muted">
                  {description}
                </p>
              )}
            </div>
            <IconButton label={t('close')} onClick={onClose} className="-mt-1.5 -mr-2 shrink-0">
              <X aria-hidden="true" className="size-5" />
            </IconButton>
          </div>
          {children}
          {footer && (
            <div
              className={classes(
                'sticky bottom-0 -mx-5 flex flex-wrap gap-2.5 bg-surface px-5 pt-1 max-sm:[&>*]:w-full sm:-mx-7 sm:px-7',
                below,
              )}
            >
              {footer}
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}

/** Asks once before what is hard to undo. `confirm` is a verb that says what happens. */
export function ConfirmDialog({
  confirm,
  onConfirm,
  busy,
  look = 'danger',
  ...rest
}: Omit<DialogProps, 'footer' | 'sticky'> & {
  confirm: ReactNode;
  onConfirm: () => void;
  busy?: boolean;
  look?: 'danger' | 'primary';
}) {
  const t = useTranslations('ui');
  return (
    <Dialog
      {...rest}
      footer={
        <>
          <Button look={look} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button look="quiet" onClick={rest.onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    />
  );
}
