import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Shell } from '#components/shell/shell';
import { requireViewer } from '#lib/auth/viewer';

export const metadata: Metadata = { robots: { index: false, follow: false, noarchive: true } };

/** Around all that needs a sign-in. It guards nothing: each page reads its own data as the viewer. */
export default async function CoupleLayout({ children }: { children: ReactNode }) {
  const { name, partner } = await requireViewer();
  return (
    <Shell name={name} partnerName={partner?.name ?? null}>
      {children}
    </Shell>
  );
}
