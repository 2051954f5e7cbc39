import { type ReactNode, ViewTransition } from 'react';

const titleRow = 'mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:mb-7';
const pageTitle = 'title min-w-0 text-3xl';

function PageStatus({ children }: { children: ReactNode }) {
  return children ? <div className="mb-2 flex flex-wrap items-center gap-2 pt-2">{children}</div> : null;
}

/** What stood on top of a page a moment ago, for those who see: its status and its title, in their places. */
export function PageTop({ status, title }: { status?: ReactNode; title: ReactNode }) {
  return (
    <>
      <PageStatus>{status}</PageStatus>
      <div className={titleRow}>
        <p className={pageTitle}>{title}</p>
      </div>
    </>
  );
}

/** One page in the shell: its title, what may be done with the whole of it, and from 1280 px a quiet column at its side, whose room the shell keeps on every page. */
export function Page({
  title,
  eyebrow,
  status,
  lead,
  actions,
  aside,
  around = (content) => content,
  children,
}: {
  title: ReactNode;
  /** One small line above the title: a date, or the way back. */
  eyebrow?: ReactNode;
  /** Chips right above the title: where it stands. */
  status?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  aside?: ReactNode;
  /** Puts something around status, title and content: an envelope. */
  around?: (content: ReactNode) => ReactNode;
  children: ReactNode;
}) {
  return (
    <ViewTransition enter="page" exit="page" default="none">
      <div className={aside ? 'xl:-mr-[19rem] xl:grid xl:grid-cols-[minmax(0,1fr)_19rem]' : undefined}>
        <div className="mx-auto w-full max-w-2xl px-5 pt-2 sm:px-8 lg:pt-9">
          {eyebrow && <div className="mb-0.5 text-muted text-sm">{eyebrow}</div>}
          {around(
            <>
              <PageStatus>{status}</PageStatus>
              <div className={titleRow}>
                <h1 id="title" tabIndex={-1} className={pageTitle}>
                  {title}
                </h1>
                {actions && <div className="-my-1 flex flex-wrap gap-2.5">{actions}</div>}
              </div>
              {lead && <p className="-mt-2 mb-6 max-w-prose text-lg text-muted">{lead}</p>}
              {children}
            </>,
          )}
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
