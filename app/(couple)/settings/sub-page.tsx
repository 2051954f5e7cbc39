import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Page } from '#components/shell/page';

/** One setting that wants a page of its own, with the way back above. */
export async function SubPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const t = await getTranslations('settings');
  return (
    <Page
      title={title}
      lead={lead && <span className="break-words">{lead}</span>}
      eyebrow={
        <Link
          href="/settings"
          className="-ml-1 inline-flex min-h-11 items-center gap-1 rounded-md pr-2 no-underline hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t('back')}
        </Link>
      }
    >
      <div className="max-w-md">{children}</div>
    </Page>
  );
}
