'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLeaving } from '#components/shell/use-leaving';

/** Whoever goes back in this tab finds the journal closed. */
function closeJournal(): void {
  void fetch('/api/entries/opening', { method: 'DELETE', keepalive: true }).catch(() => undefined);
}

/** Stands above every page that is mine alone: a press, or Escape twice, and an ordinary page is there instead. */
export function Hide() {
  const t = useTranslations('feelings.hide');
  const { away, armed, leave } = useLeaving(closeJournal);
  return (
    <div className="screen-only pointer-events-none sticky top-2 z-20 mx-auto flex w-full max-w-2xl flex-col items-end gap-1.5 px-5 sm:px-8 lg:top-4 lg:pt-2">
      {/* A link, so that it leads away also before the page listens. */}
      <a
        href={away}
        rel="noreferrer"
        title={t('hint')}
        onClick={(event) => {
          event.preventDefault();
          leave();
        }}
        className="pointer-events-auto inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-surface px-4 font-semibold text-sm no-underline shadow-card transition-colors duration-150 hover:border-ink"
      >
        <EyeOff aria-hidden="true" strokeWidth={1.75} className="size-4.5" />
        {t('button')}
      </a>
      <p role="status" className={armed ? 'rounded-md border border-line bg-surface px-3 py-1.5 text-sm' : 'sr-only'}>
        {armed ? t('once') : ''}
      </p>
    </div>
  );
}
