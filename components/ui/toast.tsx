'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { IconButton } from './button';
import { classes } from './classes';

type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'calm' | 'danger';
  /** An act to take back, or where to look. */
  action?: { label: string } & ({ onSelect: () => void; href?: undefined } | { href: string; onSelect?: undefined });
};

type Speaker = {
  /** Shows a line above the bar for a while, or on top where the acts stand below; and says it politely. */
  show: (text: string, options?: { tone?: Toast['tone']; action?: Toast['action'] }) => void;
  /** Says a line to those who listen, and shows nothing: for what is seen anyway. */
  announce: (text: string) => void;
};

const SpeakerContext = createContext<Speaker>({ show: () => undefined, announce: () => undefined });

/** Tells what happened: `const { show, announce } = useToast()`. */
export function useToast() {
  return useContext(SpeakerContext);
}

let lastId = 0;

/** Says only that something of one's own is done. */
const isPassing = ({ action, tone }: Toast) => !action && tone !== 'danger';

/** Holds the one polite live region and the toasts. Stands once, in the root layout. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  const [said, setSaid] = useState('');
  const [toasts, setToasts] = useState<Toast[]>([]);

  const announce = useCallback((text: string) => {
    // The same sentence twice is read twice only if it changes: a trailing space makes it so.
    setSaid((before) => (before === text ? `${text}\u00a0` : text));
  }, []);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Speaker['show']>(
    (text, options) => {
      lastId += 1;
      const toast: Toast = { id: lastId, text, tone: options?.tone ?? 'plain', action: options?.action };
      // What one has just done goes before what one did a moment ago; news of the partner stands beside it.
      const isOwn = options?.action?.href === undefined;
      const isOver = (other: Toast) => other.text === text || (isOwn && isPassing(other));
      setToasts((all) => [...all.filter((other) => !isOver(other)), toast].slice(-3));
      announce(text);
    },
    [announce],
  );
  const speaker = useMemo(() => ({ show, announce }), [show, announce]);

  return (
    <SpeakerContext value={speaker}>
      {children}
      <p className="sr-only" role="status" aria-live="polite">
        {said}
      </p>
      {toasts.length > 0 && (
        <section
          aria-label={t('notices')}
          className="notices screen-only pointer-events-none fixed inset-x-0 bottom-[calc(var(--bar)+1rem)] z-40 flex flex-col items-center gap-2 px-4"
        >
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
          ))}
        </section>
      )}
    </SpeakerContext>
  );
}

function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useTranslations('ui');
  const [held, setHeld] = useState(false);
  // An act to take back stays until it is taken or sent away, so that nobody has to hurry.
  const stays = toast.action?.onSelect !== undefined || toast.tone === 'danger';
  const href = toast.action?.href;
  const isThere = usePathname() === href;
  useEffect(() => {
    if (isThere) onDismiss();
    if (held || stays || isThere) return;
    const timer = setTimeout(onDismiss, href ? 20_000 : 7000);
    return () => clearTimeout(timer);
  }, [held, stays, href, isThere, onDismiss]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold it, nothing happens by them
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classes(
        'pointer-events-auto flex w-full max-w-md animate-arrive items-center gap-2 rounded-lg border bg-surface py-1.5 pr-1.5 pl-4 shadow-over',
        toast.tone === 'danger' ? 'border-danger text-danger' : 'border-line',
        toast.tone === 'calm' && 'text-calm',
      )}
    >
      <span className="min-w-0 flex-1 py-1.5 font-medium text-sm">{toast.text}</span>
      {toast.action && href !== undefined && (
        <Link
          href={href}
          onClick={onDismiss}
          className="inline-flex min-h-11 shrink-0 items-center rounded-md px-3 font-semibold text-ours text-sm hover:bg-lifted"
        >
          {toast.action.label}
        </Link>
      )}
      {toast.action?.onSelect && (
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-md px-3 font-semibold text-ours text-sm hover:bg-lifted"
          onClick={() => {
            toast.action?.onSelect?.();
            onDismiss();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <IconButton label={t('dismiss')} onClick={onDismiss}>
        <X aria-hidden="true" className="size-4" />
      </IconButton>
    </div>
  );
}
