'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { Who } from '#lib/talks/live/view';
import { isShared, otherThan } from './floor';
import type { Talk } from './use-talk';

type TalkContextValue = {
  talk: Talk;
  names: Record<Who, string>;
  /** Who reads this screen: on one phone the one who has it in hand, else me. */
  reader: Who;
  /** The screen is for both, by their names. */
  shared: boolean;
  /** Somebody as this screen calls them: "You", or a name. */
  call: (who: Who) => string;
  /** The name of the one who does not read. */
  otherName: string;
};

const TalkContext = createContext<TalkContextValue | null>(null);

/** The talk around a part of its screen. */
export function useTalkContext(): TalkContextValue {
  const value = useContext(TalkContext);
  if (!value) throw new Error('useTalkContext wants a TalkProvider above it');
  return value;
}

export function TalkProvider({
  talk,
  names,
  reader,
  children,
}: {
  talk: Talk;
  names: Record<Who, string>;
  reader: Who;
  children: ReactNode;
}) {
  const t = useTranslations('live');
  const shared = isShared(talk.view);
  const you = t('you');
  const call = useCallback((who: Who) => (who === 'me' && !shared ? you : names[who]), [names, shared, you]);
  const value = useMemo(
    () => ({ talk, names, reader, shared, call, otherName: names[otherThan(reader)] }),
    [talk, names, reader, shared, call],
  );
  return <TalkContext value={value}>{children}</TalkContext>;
}
