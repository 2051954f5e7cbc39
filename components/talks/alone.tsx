import { CalendarClock, LockKeyhole, MessagesSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';

const icons = { first: CalendarClock, second: LockKeyhole, third: MessagesSquare };

/** What Talk will hold once there are two, and what one may do already. */
export function TalkAlone() {
  const t = useTranslations('talks.alone');
  return (
    <>
      <EmptyState
        art={<MarkOutline apart className="h-20 w-auto" />}
        title={t('title')}
        action={<ButtonLink href="/talk/notes/new">{t('write')}</ButtonLink>}
        className="pt-4 pb-2"
      >
        <p>{t('text')}</p>
        <p className="pt-3">{t('notes')}</p>
      </EmptyState>
      <Card as="div">
        <ul className="flex flex-col gap-4">
          {(['first', 'second', 'third'] as const).map((line) => {
            const Icon = icons[line];
            return (
              <li key={line} className="flex gap-3.5">
                <span
                  aria-hidden="true"
                  className="mt-0.5 inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-ours-tint text-ours"
                >
                  <Icon strokeWidth={1.75} className="size-4" />
                </span>
                <span className="min-w-0 pt-1">{t(line)}</span>
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}
