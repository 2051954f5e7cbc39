'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { EmptyState } from '#components/ui/empty-state';
import { Select, TextField } from '#components/ui/field';
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

/** Case and accents do not matter to those who search. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
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
  const [search, setSearch] = useState('');
  const [topic, setTopic] = useState<Topic | 'all'>('all');
  const [depth, setDepth] = useState<Depth | 'all'>('all');
  const [room, setRoom] = useState(step);
  const { ask, asking } = useAsk({ stays: true });
  const wanted = useDeferredValue(search);
  const folded = useMemo(() => entries.map((entry) => ({ ...entry, folded: fold(entry.words) })), [entries]);
  const found = useMemo(() => {
    const parts = fold(wanted).split(/\s+/).filter(Boolean);
    return folded.filter(
      (entry) =>
        (topic === 'all' || entry.topic === topic) &&
        (depth === 'all' || entry.depth === depth) &&
        parts.every((part) => entry.folded.includes(part)),
    );
  }, [folded, wanted, topic, depth]);

  const reset = () => {
    setSearch('');
    setTopic('all');
    setDepth('all');
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            type="search"
            label={t('library.search')}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              setRoom(step);
            }}
          />
          <Select
            label={t('library.topic')}
            value={topic}
            onChange={(event) => {
              setTopic(event.target.value as Topic | 'all');
              setRoom(step);
            }}
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
          onChange={(value) => {
            setDepth(value);
            setRoom(step);
          }}
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
            <Button look="quiet" onClick={reset}>
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
