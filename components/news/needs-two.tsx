import type { ReactNode } from 'react';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** What a place will hold once there are two. */
export function NeedsTwo({ title, text, action }: Record<'title' | 'text' | 'action', ReactNode>) {
  return (
    <EmptyState
      art={<MarkOutline apart className="h-20 w-auto" />}
      title={title}
      action={<ButtonLink href="/pair">{action}</ButtonLink>}
      className="pt-4"
    >
      <p>{text}</p>
    </EmptyState>
  );
}
