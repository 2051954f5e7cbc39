'use client';

import { Ban, ChevronDown, Heart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { classes } from '#components/ui/classes';
import { TextArea } from '#components/ui/field';
import { longestLines } from '#lib/cards/kinds';
import { linesOf, type Side } from '#lib/cards/rules';
import { type Area, type Taste, tastesOf } from '#lib/ideas/kinds';
import { AreaIcon } from './area-icon';
import type { CardFields } from './card-draft';

type Props = {
  area: Area;
  fields: CardFields;
  change: (changes: Partial<CardFields>) => void;
  isOpen: boolean;
};

/** One part of life on my card: its tastes, each liked, refused or left open, and my own words. Closed, it says what is in it. */
export function AreaFields({ area, fields, change, isOpen }: Props) {
  const t = useTranslations('cards.mine');
  const areas = useTranslations('ideas.areas');
  // As it was found: what is chosen must not close it under the thumb.
  const [open] = useState(isOpen);
  const words = fields.words[area];
  const write = (side: Side, text: string) =>
    change({ words: { ...fields.words, [area]: { ...words, [side]: text } } });
  return (
    <details open={open} className="group rounded-card border border-line bg-surface shadow-card">
      <summary className="flex min-h-16 items-center gap-3.5 rounded-card px-4 py-3 sm:px-5">
        <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-mine-tint text-mine">
          <AreaIcon area={area} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{areas(area)}</span>
          <Said area={area} fields={fields} />
        </span>
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-[rotate] duration-150 group-open:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-5 px-4 pb-5 sm:px-5">
        <ul className="flex flex-col divide-y divide-line border-line border-y">
          {tastesOf[area].map((taste) => (
            <li key={taste}>
              <TasteChoice taste={taste} fields={fields} change={change} />
            </li>
          ))}
        </ul>
        <fieldset>
          <legend className="mb-3 text-muted text-sm">{t('wordsHint')}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {(['likes', 'noes'] as const).map((side) => (
              <TextArea
                key={side}
                label={t(side === 'likes' ? 'wordsLikes' : 'wordsNoes')}
                value={words?.[side] ?? ''}
                onChange={({ target }) => write(side, target.value)}
                limit={longestLines}
                minRows={2}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </details>
  );
}

/** What is in a closed part, in a line. */
function Said({ area, fields }: Pick<Props, 'area' | 'fields'>) {
  const t = useTranslations('cards.mine');
  const tastes = useTranslations('ideas.tastes');
  const list = (side: Side) => [
    ...tastesOf[area].filter((taste) => fields[side].includes(taste)).map((taste) => tastes(taste)),
    ...linesOf(fields, area, side),
  ];
  const [likes, noes] = [list('likes'), list('noes')];
  const parts = [likes.join(', '), noes.length > 0 && t('not', { things: noes.join(', ') })].filter(Boolean);
  return (
    <span className="line-clamp-2 wrap-anywhere text-muted text-sm first-letter:uppercase group-open:hidden">
      {parts.length > 0 ? parts.join(' · ') : t('nothingYet')}
    </span>
  );
}

/** Liked, refused, or neither: two buttons, of which a second press lets go. */
function TasteChoice({ taste, fields, change }: { taste: Taste } & Pick<Props, 'fields' | 'change'>) {
  const t = useTranslations('cards.mine');
  const name = useTranslations('ideas.tastes')(taste);
  const isLiked = fields.likes.includes(taste);
  const isRefused = fields.noes.includes(taste);
  const choose = (side: Side, isOn: boolean) => {
    const other = side === 'likes' ? 'noes' : 'likes';
    const without = (list: Taste[]) => list.filter((one) => one !== taste);
    change({
      [side]: isOn ? [...without(fields[side]), taste] : without(fields[side]),
      [other]: without(fields[other]),
    });
  };
  return (
    <fieldset className="flex min-h-14 items-center gap-2 py-1.5">
      <legend className="sr-only">{name}</legend>
      <span aria-hidden="true" className="min-w-0 flex-1">
        <span className="wrap-anywhere block leading-snug first-letter:uppercase">{name}</span>
        {(isLiked || isRefused) && (
          <span className={classes('block text-sm', isLiked ? 'text-mine' : 'text-danger')}>
            {t(isLiked ? 'like' : 'no')}
          </span>
        )}
      </span>
      <Toggle
        label={t('likeLabel', { taste: name })}
        tone="mine"
        pressed={isLiked}
        onPress={() => choose('likes', !isLiked)}
      >
        <Heart aria-hidden="true" strokeWidth={1.75} className={classes('size-5', isLiked && 'fill-current')} />
      </Toggle>
      <Toggle
        label={t('noLabel', { taste: name })}
        tone="danger"
        pressed={isRefused}
        onPress={() => choose('noes', !isRefused)}
      >
        <Ban aria-hidden="true" strokeWidth={isRefused ? 2.25 : 1.75} className="size-5" />
      </Toggle>
    </fieldset>
  );
}

function Toggle({
  label,
  tone,
  pressed,
  onPress,
  children,
}: {
  label: string;
  tone: 'mine' | 'danger';
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  const on = tone === 'mine' ? 'border-mine bg-mine-tint text-mine' : 'border-danger bg-danger-tint text-danger';
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onPress}
      className={classes(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-full border transition-colors duration-150',
        pressed ? on : 'border-transparent text-muted hover:bg-lifted hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}
