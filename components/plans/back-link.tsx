import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** The way back, above a title. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex min-h-11 items-center gap-0.5 self-start rounded-md pr-2 no-underline hover:text-ink"
    >
      <ChevronLeft aria-hidden="true" className="size-4.5" />
      {children}
    </Link>
  );
}
