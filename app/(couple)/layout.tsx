import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LiveProvider } from '#components/live/live-provider';
import { PartnerPresence } from '#components/live/partner-presence';
import { Shell } from '#components/shell/shell';
import { NewThanks } from '#components/thanks/new-thanks';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { findNewThanks } from '#lib/thanks/queries';

export const metadata: Metadata = { robots: { index: false, follow: false, noarchive: true } };

/** Around all that needs a sign-in. It guards nothing: each page reads its own data as the viewer. */
export default async function CoupleLayout({ children }: { children: ReactNode }) {
  const { userId, coupleId, eventSeq, name, partner } = await requireViewer();
  const thanks = partner && (await readAsViewer(findNewThanks));
  return (
    <LiveProvider userId={userId} coupleId={coupleId} partner={partner} eventSeq={eventSeq}>
      <Shell
        name={name}
        partnerName={partner?.name ?? null}
        presence={partner && <PartnerPresence name={partner.name} />}
      >
        {children}
      </Shell>
      {partner && <NewThanks thanks={thanks} name={partner.name} />}
    </LiveProvider>
  );
}
