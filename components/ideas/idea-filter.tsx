'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button';
import { ChipButton } from '#components/ui/chip';
import { Segmented } from '#components/ui/choice';
import { Select, TextField } from '#components/ui/field';
import { areas, costs, energies, sites, spans, uses } from '#lib/ideas/kinds';
import { type Filter, longestSearch } from './filter';

type Props = {
  filter: Filter;
  choose: (change: Partial<Filter>) => void;
  /** Somebody reaches for it. */
  prepare: () => void;
};

const flags = { far: 'farApart', asleep: 'asleep', fresh: 'isNew' } as const;
const flagNames = Object.keys(flags) as (keyof typeof flags)[];

/** What for, by which words and which area, at once; the rest behind a button. What is chosen there stays in sight, to be taken away. */
export function IdeaFilter({ filter, choose, prepare }: Props) {
  const t = useTranslations('ideas.filter');
  const areaNames = useTranslations('ideas.areas');
  const id = useId();
  const [open, setOpen] = useState(false);
  const change = <Key extends keyof Filter>(key: Key, value: string) =>
    choose({ [key]: value || null } as Partial<Filter>);

  const selects = [
    { key: 'cost', label: t('cost'), options: costs.map((value) => ({ value, name: t(`costs.${value}`) })) },
    { key: 'time', label: t('time'), options: spans.map((value) => ({ value, name: t(`times.${value}`) })) },
    { key: 'energy', label: t('energy'), options: energies.map((value) => ({ value, name: t(`energies.${value}`) })) },
    { key: 'place', label: t('place'), options: sites.map((value) => ({ value, name: t(`sites.${value}`) })) },
  ] as const;
  const chosen = [
    ...selects.flatMap(({ key, label, options }) => {
      const option = options.find(({ value }) => value === filter[key]);
      return option ? { key, what: `${label}: ${option.name}`, off: { [key]: null } } : [];
    }),
    ...flagNames.filter((key) => filter[key]).map((key) => ({ key, what: t(flags[key]), off: { [key]: false } })),
  ];
  return (
    <search aria-label={t('label')} onFocus={prepare} onPointerEnter={prepare} className="flex flex-col gap-3">
      <Segmented
        legend={t('use')}
        legendHidden
        name="use"
        value={filter.use ?? 'all'}
        onChange={(use) => choose({ use: use === 'all' ? null : use })}
        options={(['all', ...uses] as const).map((value) => ({ value, label: t(`uses.${value}`) }))}
      />
      <div className="flex flex-wrap items-end gap-2.5">
        <TextField
          type="search"
          label={t('search')}
          labelHidden
          placeholder={t('search')}
          maxLength={longestSearch}
          value={filter.search}
          onChange={({ target }) => choose({ search: target.value })}
          className="min-w-[min(14rem,100%)] flex-[2]"
        />
        <Select
          label={t('area')}
          labelHidden
          value={filter.area ?? ''}
          onChange={({ target }) => change('area', target.value)}
          className="min-w-[min(8rem,100%)] flex-1"
        >
          <option value="">{t('allAreas')}</option>
          {areas.map((area) => (
            <option key={area} value={area}>
              {areaNames(area)}
            </option>
          ))}
        </Select>
        <Button
          look="quiet"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          icon={<SlidersHorizontal aria-hidden="true" strokeWidth={1.75} className="size-4.5" />}
          className="min-h-12 grow sm:grow-0"
        >
          {t('more')}
        </Button>
      </div>
      <div id={id} hidden={!open} className="rounded-card border border-line bg-surface p-4 sm:p-5">
        <div className="grid gap-4 sm:grid-cols-2">
          {selects.map(({ key, label, options }) => (
            <Select
              key={key}
              label={label}
              value={filter[key] ?? ''}
              onChange={({ target }) => change(key, target.value)}
            >
              <option value="">{t('any')}</option>
              {options.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </Select>
          ))}
        </div>
        <fieldset className="mt-4">
          <legend className="mb-2 font-semibold text-sm">{t('when')}</legend>
          <div className="flex flex-wrap gap-2.5">
            {flagNames.map((key) => (
              <ChipButton key={key} pressed={filter[key]} onClick={() => choose({ [key]: !filter[key] })}>
                {t(flags[key])}
              </ChipButton>
            ))}
          </div>
        </fieldset>
      </div>
      {!open && chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2.5">
          {chosen.map(({ key, what, off }) => (
            <li key={key}>
              <ChipButton
                aria-label={t('remove', { what })}
                onClick={() => choose(off)}
                className="bg-ours-tint text-ours"
              >
                {what}
                <X aria-hidden="true" />
              </ChipButton>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
