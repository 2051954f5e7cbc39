import { type ReactNode, ViewTransition } from 'react';

/** One narrow page for those who are not signed in, or on their way: a title, one thing to do, a way out below. */
export function PublicPage({
  title,
  lead,
  art,
  footer,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  art?: ReactNode;
  /** Below the card: the other way, like "I have an account already". */
  footer?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <ViewTransition enter="page" exit="page" default="none">
      <div className="mx-auto flex w-full max-w-md flex-col gap-6 px-5 py-8 sm:py-14">
        {art && <div className="flex justify-center">{art}</div>}
        <div className="flex flex-col gap-2">
          <h1 className="title text-3xl">{title}</h1>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {children}
        {footer && <div className="text-muted">{footer}</div>}
      </div>
    </ViewTransition>
  );
}
