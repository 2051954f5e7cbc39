'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link that is not there on the page it leads to. */
export function LinkElsewhere({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  if (usePathname() === href) return null;
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
