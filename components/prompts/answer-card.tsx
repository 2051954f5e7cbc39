import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '#components/mark/avatars';
import { Card } from '#components/ui/card';
import { WrittenText } from './written';

export type Said = { id: string; text: string | null; when: string };

/** Two answers side by side, wider than the column of words around them, where the screen has room. */
export const sideBySide = 'grid grid-cols-[minmax(0,1fr)] items-start gap-3 md:-mx-12 md:grid-cols-2 xl:-mx-28';

/** One opened answer: who, when, the words, and what was added to them. */
export function AnswerCard({
  whose,
  name,
  shownName,
  answer,
  added,
  menu,
  children,
}: {
  whose: 'mine' | 'theirs';
  name: string;
  /** "You", or the name. */
  shownName: string;
  answer: Said | null;
  added: Said[];
  menu?: ReactNode;
  /** Below the words: reactions. */
  children?: ReactNode;
}) {
  const t = useTranslations('prompts');
  return (
    <Card as="article" className="flex flex-col gap-4">
      <header className="flex items-center gap-3">
        <Avatar name={name} whose={whose} />
        <div className="min-w-0 flex-1">
          <h2 id={answer?.id} tabIndex={-1} className="truncate font-semibold leading-tight">
            {shownName}
          </h2>
          {answer && <p className="text-muted text-sm">{answer.when}</p>}
        </div>
        {menu}
      </header>
      <Words whose={whose} text={answer?.text ?? null} />
      {added.map((addition) => (
        <div key={addition.id} className="flex flex-col gap-1.5">
          <p className="text-muted text-sm">
            {t('respond.added')} · {addition.when}
          </p>
          <Words whose={whose} text={addition.text} />
        </div>
      ))}
      {children}
    </Card>
  );
}

function Words({ whose, text }: { whose: 'mine' | 'theirs'; text: string | null }) {
  const t = useTranslations('prompts');
  if (text === null)
    return <p className="border-line border-l-[3px] py-0.5 pl-4 text-muted italic">{t('withdrawn')}</p>;
  return <WrittenText whose={whose}>{text}</WrittenText>;
}
