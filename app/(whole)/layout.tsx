import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LiveProvider } from '#components/live/live-provider';
import { SkipLink } from '#components/shell/skip-link';
import { requireViewer } from '#lib/auth/viewer';

export const metadata: Metadata = { robots: { index: false, follow: false, noarchive: true } };

/** Around signed-in pages that take the whole screen: no places beside or below. It guards nothing, as (couple)/layout. */
export default async function WholeLayout({ children }: { children: ReactNode }) {
  const { userId, coupleId, eventSeq, partner } = await requireViewer();
  return (
    <LiveProvider userId={userId} coupleId={coupleId} partner={partner} eventSeq={eventSeq}>
      <SkipLink />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </LiveProvider>
  );
}
