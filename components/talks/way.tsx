import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';

/** The way to another page of Talk: what it is, and a line about it. */
export function Way({
  href,
  icon,
  title,
  children,
}: {
  href: string;
  icon: ReactNode;
  title: string;
  children: ReactNode;
}) {
  return (
    <Card as="div" tight className="relative flex flex-wrap items-center gap-3.5 hover:border-edge">
      <span
        aria-hidden="true"
        className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-lifted text-muted [&>svg]:size-5"
      >
        {icon}
      </span>
      <div className="min-w-[min(8rem,100%)] flex-1">
        <h2 className="font-semibold leading-snug">
          <Link href={href} className="no-underline after:absolute after:inset-0">
            {title}
          </Link>
        </h2>
        <div className="wrap-anywhere text-muted text-sm">{children}</div>
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted max-[16rem]:hidden" />
    </Card>
  );
}
