import type { ReactNode } from 'react';
import { Hide } from '#components/feelings/hide';

/** Around all that is mine alone: the way to hide it. */
export default function FeelingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Hide />
      {children}
    </>
  );
}
