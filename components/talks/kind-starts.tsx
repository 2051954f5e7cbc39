import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { noteKinds } from '#lib/talks/kinds';
import { kindIcons } from './note-kinds';

/** The kinds of notes with a line each; every one begins a note. */
export function KindStarts() {
  const t = useTranslations('talks');
  return (
    <ul className="grid gap-2.5 sm:grid-cols-2">
      {noteKinds.map((kind) => {
        const Icon = kindIcons[kind];
        return (
          <li key={kind}>
            <Link
              href={`/talk/notes/new?kind=${kind}`}
              className="flex h-full items-start gap-3.5 rounded-lg border border-line bg-surface p-4 no-underline transition-colors duration-150 hover:border-edge"
            >
              <span
                aria-hidden="true"
                className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-mine-tint text-mine"
              >
                <Icon strokeWidth={1.75} className="size-4.5" />
              </span>
              <span className="wrap-anywhere min-w-0">
                <span className="block font-semibold">{t(`kinds.${kind}`)}</span>
                <span className="block text-muted text-sm">{t(`kindHints.${kind}`)}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
