'use client';

import { type ReadonlyURLSearchParams, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { EmptyState } from '#components/ui/empty-state';
import { Select, TextField } from '#components/ui/field';
import { fold, hasWords } from '#lib/i18n/fold';
import { type Depth, depths, type Topic, topics } from '#lib/prompts/kinds';
import type { PromptState } from '#lib/prompts/rules';
import { LibraryQuestion } from './library-question';
import { useAsk } from './use-ask';

/** A question of the library in the reader's language. */
export type LibraryEntry = { id: string; topic: Topic; depth: Depth; words: string };

/** Where a question that was put before stands. */
export type Asked = Record<string, { id: string; state: PromptState }>;

/** How many stand on the page at first, and come with each "more". */
const step = 30;

type Filter = { search: string; topic: Topic | 'all'; depth: Depth | 'all' };

const everything: Filter = { search: '', topic: 'all', depth: 'all' };

function readFilter(params: ReadonlyURLSearchParams): Filter {
  return {
    search: params.get('search') ?? '',
    topic: topics.find((name) => name === params.get('topic')) ?? 'all',
    depth: depths.find((name) => name === params.get('depth')) ?? 'all',
  };
}

/** All questions, to be filtered and searched here in the browser, and asked. */
export function Library({
  entries,
  asked,
  partnerName,
}: {
  entries: LibraryEntry[];
  asked: Asked;
  partnerName: string | null;
}) {
  const t = useTranslations('prompts');
  const params = useSearchParams();
  const [filter, setFilter] = useState(() => readFilter(params));
  const [room, setRoom] = useState(step);
  const { search, topic, depth } = filter;
  const { ask, asking } = useAsk({ stays: true });
  const wanted = useDeferredValue(search);
  const folded = useMemo(() => entries.map((entry) => ({ ...entry, folded: fold(entry.words) })), [entries]);
  const found = useMemo(() => {
    return folded.filter(
      (entry) =>
        (topic === 'all' || entry.topic === topic) &&
        (depth === 'all' || entry.depth === depth) &&
        hasWords(entry.folded, wanted),
    );
  }, [folded, wanted, topic, depth]);

  // The address keeps it, so that it is still there when one comes back from a question.
  const choose = (change: Partial<Filter>) => {
    const next = { ...filter, ...change };
    setFilter(next);
    setRoom(step);
    const kept = new URLSearchParams(Object.entries(next).filter(([, value]) => value && value !== 'all'));
    window.history.replaceState(null, '', kept.size > 0 ? `/questions?${kept}` : '/questions');
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            type="search"
            label={t('library.search')}
            value={search}
            onChange={(event) => choose({ search: event.target.value })}
          />
          <Select
            label={t('library.topic')}
            value={topic}
            onChange={(event) => choose({ topic: event.target.value as Filter['topic'] })}
          >
            <option value="all">{t('library.allTopics')}</option>
            {topics.map((name) => (
              <option key={name} value={name}>
                {t(`topics.${name}`)}
              </option>
            ))}
          </Select>
        </div>
        <Segmented
          legend={t('library.depth')}
          legendHidden
          name="depth"
          value={depth}
          onChange={(value) => choose({ depth: value })}
          options={[
            { value: 'all', label: t('library.allDepths') },
            ...depths.map((value) => ({ value, label: t(`depthNames.${value}`) })),
          ]}
        />
      </div>
      <p role="status" className="text-muted text-sm tabular-nums">
        {t('library.found', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState
          title={t('library.none')}
          action={
            <Button look="quiet" onClick={() => choose(everything)}>
              {t('library.reset')}
            </Button>
          }
          className="py-6"
        >
          <p>{t('library.noneText')}</p>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {found.slice(0, room).map((entry) => (
            <LibraryQuestion
              key={entry.id}
              entry={entry}
              asked={asked[entry.id]}
              partnerName={partnerName}
              busy={asking === entry.id}
              onAsk={() => void ask(entry.id)}
            />
          ))}
        </ul>
      )}
      {found.length > room && (
        <Button look="quiet" className="self-center" onClick={() => setRoom(room + step)}>
          {t('library.more')}
        </Button>
      )}
    </div>
  );
}
