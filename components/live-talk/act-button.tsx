'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { classes } from '#components/ui/classes';
import type { Command, CommandName } from '#lib/talks/live/commands';
import { giverOf } from './floor';
import { useTalkContext } from './talk-context';

type Simple = Extract<Command, { name: Exclude<CommandName, 'move' | 'choose' | 'pause' | 'phones'> }>['name'];

/** A button that gives one command; nothing where it does not count now. */
export function ActButton({
  name,
  look,
  size,
  wide,
  className,
  children,
}: {
  name: Simple;
  look?: 'primary' | 'quiet' | 'plain';
  size?: 'small' | 'medium' | 'large';
  wide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations('live.acts');
  const { talk, reader } = useTalkContext();
  const giver = giverOf(talk.view, name, reader);
  if (!giver) return null;
  const isMine = talk.giving === name;
  return (
    <Button
      look={look}
      size={size}
      wide={wide}
      className={className}
      busy={isMine && !talk.isWaiting}
      onClick={() => void talk.give({ name }, giver)}
    >
      {isMine && talk.isWaiting ? t('waiting') : children}
    </Button>
  );
}

/**
 * The acts of a moment: the main one, then the quiet one, side by side where there is room. `inSight` keeps them at the lower
 * edge of a screen that is too low for what stands above them.
 */
export function Acts({ inSight, children }: { inSight?: boolean; children: ReactNode }) {
  return (
    <div
      className={classes(
        'flex flex-wrap gap-2.5 empty:hidden [&>*:first-child]:grow-[2] [&>*]:grow',
        inSight &&
          '-mx-1 -mt-4 -mb-3 bg-linear-to-t from-85% from-paper bottom-0 z-10 px-1 pt-4 pb-3 [@media(height>=30rem)]:sticky [&>*]:px-4',
      )}
    >
      {children}
    </div>
  );
}
