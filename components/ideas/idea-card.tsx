'use client';

import { Clock, Coins, Footprints, Heart, MapPin, MoonStar, Route, Sprout, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import type { Taste } from '#lib/ideas/kinds';
import type { IdeaOffer } from '#lib/ideas/offers';
import type { RatingView } from '#lib/ideas/view';
import { Rating } from './rating';

const hrefs = { together: '/plans/new?kind=together&idea=', surprise: '/plans/new?kind=surprise&idea=' } as const;

/** One idea: why it comes up, what it is, its first step, what it takes, and where it can go from here. */
export function IdeaCard({
  idea,
  partnerName,
  onRate,
}: {
  idea: IdeaOffer;
  partnerName: string | null;
  onRate: (rating: RatingView | null) => void;
}) {
  const t = useTranslations('ideas');
  const { id, title, what, step, uses } = idea;
  return (
    <Card as="li" className="flex flex-col gap-3.5">
      <div className="flex flex-col gap-2">
        <Reasons idea={idea} partnerName={partnerName} />
        <h3 id={`idea-${id}`} tabIndex={-1} className="title text-xl">
          {title}
        </h3>
        <p>{what}</p>
      </div>
      <p className="flex gap-2.5 rounded-lg bg-sunk px-3.5 py-3 text-sm">
        <Footprints aria-hidden="true" strokeWidth={1.75} className="mt-px size-4.5 shrink-0 text-ours" />
        <span>{t('step', { step })}</span>
      </p>
      <Facts idea={idea} />
      <div className="flex flex-wrap gap-2.5">
        {uses.includes('together') && (
          <ButtonLink
            href={`${hrefs.together}${id}`}
            look="quiet"
            size="small"
            aria-label={t('togetherLabel', { title })}
          >
            {t('together')}
          </ButtonLink>
        )}
        {uses.includes('surprise') && (
          <ButtonLink
            href={`${hrefs.surprise}${id}`}
            look="quiet"
            size="small"
            aria-label={t('surpriseLabel', { title })}
          >
            {t('surprise')}
          </ButtonLink>
        )}
      </div>
      <Rating idea={idea} isAlone={!partnerName} onRate={onRate} />
    </Card>
  );
}

/** Why it comes up, in words: at most two lines. That it draws both is said above all of those that do. */
function Reasons({ idea: { reasons }, partnerName }: { idea: IdeaOffer; partnerName: string | null }) {
  const t = useTranslations('ideas');
  const name = partnerName ?? '';
  const tastes = (kind: 'likes' | 'learned') => {
    const names = reasons.flatMap((reason) => (reason.kind === kind ? [t(`tastes.${reason.taste as Taste}`)] : []));
    return names.length > 0 ? names.join(', ') : null;
  };
  const wrote = reasons.find((reason) => reason.kind === 'wrote');
  const [likes, learned] = [tastes('likes'), tastes('learned')];
  const heart = <Heart aria-hidden="true" className="fill-current text-theirs" />;
  const lines: ({ key: string; icon: ReactNode; words: string } | false | null | undefined)[] = [
    wrote && { key: 'wrote', icon: heart, words: t('reasons.wrote', { name, words: wrote.words }) },
    likes !== null && { key: 'likes', icon: heart, words: t('reasons.likes', { name, tastes: likes }) },
    learned !== null && {
      key: 'learned',
      icon: <Sprout aria-hidden="true" className="text-calm" />,
      words: t('reasons.learned', { tastes: learned }),
    },
    reasons.some(({ kind }) => kind === 'energy') && {
      key: 'energy',
      icon: heart,
      words: t('reasons.energy', { name }),
    },
    reasons.some(({ kind }) => kind === 'budget') && {
      key: 'budget',
      icon: heart,
      words: t('reasons.budget', { name }),
    },
  ];
  const said = lines.filter((line) => !!line).slice(0, 2);
  if (said.length === 0) return null;
  return (
    <ul aria-label={t('reasons.label')} className="flex flex-col gap-1">
      {said.map(({ key, icon, words }) => (
        <li
          key={key}
          className="wrap-anywhere flex gap-2 font-medium text-muted text-sm [&>svg]:mt-[0.2rem] [&>svg]:h-3.5 [&>svg]:w-auto [&>svg]:shrink-0"
        >
          {icon}
          {words}
        </li>
      ))}
    </ul>
  );
}

/** What it takes, quietly. */
function Facts({ idea }: { idea: IdeaOffer }) {
  const t = useTranslations('ideas');
  const facts = [
    { Icon: Coins, words: t(`costs.${idea.cost}`) },
    { Icon: Clock, words: t(`spans.${idea.time}`) },
    { Icon: Zap, words: t(`energies.${idea.energy}`) },
    { Icon: MapPin, words: t(`sites.${idea.place}`) },
    ...idea.fits.map((fit) => ({ Icon: fit === 'far-apart' ? Route : MoonStar, words: t(`fits.${fit}`) })),
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-sm">
      {facts.map(({ Icon, words }) => (
        <li key={words} className="inline-flex items-center gap-1.5">
          <Icon aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
          {words}
        </li>
      ))}
      {idea.isUsed && <li className="font-medium text-calm">{t('isUsed')}</li>}
    </ul>
  );
}
