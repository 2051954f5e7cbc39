import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AvatarPair } from '#components/mark/avatars';
import { Brand } from './brand';
import { OwnMenu } from './own-menu';
import { BottomBar, SideBar } from './places';
import { SkipLink } from './skip-link';

/** The house around every signed-in page: places below on a phone, beside from 1024 px; pages fill it with a `Page`. */
export function Shell({
  name,
  partnerName,
  presence,
  children,
}: {
  name: string;
  partnerName: string | null;
  /** Whether the partner is here: a `Presence` that listens. It is rendered twice, above and beside. */
  presence?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  return (
    <>
      <SkipLink />
      <div className="lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <header className="screen-only sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-r px-4 py-6 lg:flex">
          <div className="px-2 pb-6">
            <Brand href="/today" />
          </div>
          <SideBar />
          <div className="mt-auto flex flex-col gap-3 px-3.5 pt-8">
            <div className="flex items-center gap-3">
              <AvatarPair name={name} partnerName={partnerName} size="small" />
              <div className="min-w-0 text-sm">
                <p className="truncate font-semibold">
                  {partnerName ? t('pair', { name, partner: partnerName }) : name}
                </p>
                {partnerName ? presence : <p className="text-muted">{t('alone')}</p>}
              </div>
            </div>
            <Link
              href="/help"
              className="inline-flex min-h-11 items-center self-start rounded-md text-muted text-sm hover:text-ink"
            >
              {t('help')}
            </Link>
          </div>
        </header>
        <div className="min-w-0">
          <header className="screen-only flex min-h-16 items-center justify-between gap-4 px-5 pt-[env(safe-area-inset-top)] lg:hidden">
            <Brand href="/today" markOnly />
            <div className="flex min-w-0 items-center gap-3">
              {presence}
              <OwnMenu name={name} partnerName={partnerName} />
            </div>
          </header>
          <main id="content" tabIndex={-1} className="pb-[calc(var(--bar)+2.5rem)] xl:pr-[19rem]">
            {children}
          </main>
        </div>
      </div>
      <BottomBar />
    </>
  );
}
