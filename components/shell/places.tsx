'use client';

import { BookOpen, Gift, Heart, LockKeyhole, MessagesSquare, Settings2, Sun } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

const places = [
  { href: '/today', also: ['/questions'], name: 'today', Icon: Sun },
  { href: '/talk', also: [], name: 'talk', Icon: MessagesSquare },
  { href: '/thanks', also: [], name: 'thanks', Icon: Heart },
  { href: '/plans', also: [], name: 'plans', Icon: Gift },
  { href: '/story', also: [], name: 'story', Icon: BookOpen },
] as const;

const ownPlaces = [
  { href: '/feelings', also: [], name: 'feelings', Icon: LockKeyhole },
  { href: '/settings', also: [], name: 'settings', Icon: Settings2 },
] as const;

function useIsHere() {
  const pathname = usePathname();
  return ({ href, also }: { href: string; also: readonly string[] }) =>
    [href, ...also].some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/** The five places under the thumb, on a phone. */
export function BottomBar() {
  const t = useTranslations('shell');
  const isHere = useIsHere();
  return (
    <nav
      aria-label={t('places')}
      data-bar
      className="screen-only fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto flex max-w-lg">
        {places.map(({ Icon, ...place }) => (
          <li key={place.href} className="min-w-0 flex-1">
            <Link
              href={place.href}
              aria-current={isHere(place) ? 'page' : undefined}
              className="flex h-16 flex-col items-center justify-center gap-1 rounded-md font-medium text-[min(0.6875rem,13px)] text-muted -outline-offset-4 leading-[1.4] transition-colors duration-150 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ours"
            >
              <Icon aria-hidden="true" strokeWidth={1.75} className="size-5.5" />
              <span className="max-w-full truncate px-0.5">{t(place.name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same places beside the page from 1024 px, and those that are mine alone. */
export function SideBar() {
  const t = useTranslations('shell');
  const isHere = useIsHere();
  return (
    <nav aria-label={t('places')}>
      <ul className="flex flex-col gap-1">
        {[...places, ...ownPlaces].map(({ Icon, ...place }) => (
          <li key={place.href}>
            <Link
              href={place.href}
              aria-current={isHere(place) ? 'page' : undefined}
              className="flex min-h-11 items-center gap-3.5 rounded-md px-3.5 font-medium text-muted transition-colors duration-150 hover:bg-lifted hover:text-ink aria-[current]:bg-ours-tint aria-[current]:font-semibold aria-[current]:text-ours"
            >
              <Icon aria-hidden="true" strokeWidth={1.75} className="size-5 shrink-0" />
              {t(place.name === 'story' ? 'ourStory' : place.name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
