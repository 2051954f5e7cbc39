import { ChevronRight, Smartphone } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import type { NoteView } from '#lib/talks/view';
import { KindChip } from './note-kinds';

/** Notes of my own in a list, each leading to its page. */
export function NoteLines({ notes, partnerName }: { notes: NoteView[]; partnerName: string | null }) {
  const t = useTranslations('talks.notes');
  return (
    <ul className="flex flex-col gap-2.5">
      {notes.map(({ id, kind, title, text, isLent, isTaken }) => (
        <Card key={id} as="li" tight className="relative flex items-center gap-3 hover:border-edge sm:px-5">
          <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
            <h3 className="max-w-full">
              <Link
                href={`/talk/notes/${id}`}
                className="title written block text-lg leading-snug no-underline after:absolute after:inset-0"
              >
                {title}
              </Link>
            </h3>
            {text && (
              <p className="wrap-anywhere line-clamp-2 text-muted text-sm" dir="auto">
                {text}
              </p>
            )}
            <p className="wrap-anywhere flex max-w-full flex-wrap items-center gap-x-2.5 gap-y-1.5 text-muted text-sm">
              <KindChip kind={kind} />
              {isLent && !isTaken && (
                <span className="inline-flex items-center gap-1.5">
                  <Smartphone aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
                  {t('lent', { name: partnerName ?? '' })}
                </span>
              )}
            </p>
          </div>
          <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
        </Card>
      ))}
    </ul>
  );
}
