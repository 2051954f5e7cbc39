import { type ReactNode, ViewTransition } from 'react';

/** One page in the shell: its title, what may be done with the whole of it, and from 1280 px a quiet column at its side. */
export function Page({
  title,
  eyebrow,
  lead,
  actions,
  aside,
  children,
}: {
  title: ReactNode;
  /** One small line above the title: a date, or the way back. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <ViewTransition enter="page" exit="page" default="none">
      <div className={aside ? 'xl:grid xl:grid-cols-[minmax(0,1fr)_19rem]' : undefined}>
        <div className="mx-auto w-full max-w-2xl px-5 pt-2 sm:px-8 lg:pt-9">
          {eyebrow && <div className="mb-0.5 text-muted text-sm">{eyebrow}</div>}
          <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:mb-7">
            <h1 id="title" tabIndex={-1} className="title min-w-0 text-3xl">
              {title}
            </h1>
            {actions && <div className="flex flex-wrap gap-2.5">{actions}</div>}
          </div>
          {lead && <p className="-mt-2 mb-6 max-w-prose text-lg text-muted">{lead}</p>}
          {children}
        </div>
        {aside && (
          <aside className="mx-auto mt-10 flex w-full max-w-2xl flex-col gap-4 px-5 sm:px-8 xl:sticky xl:top-0 xl:mt-0 xl:h-dvh xl:max-w-none xl:overflow-y-auto xl:border-line xl:border-l xl:px-6 xl:pt-9">
            {aside}
          </aside>
        )}
      </div>
    </ViewTransition>
  );
}
