import { Ban, Heart, Sprout } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '#components/mark/avatars';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { classes } from '#components/ui/classes';
import { EmptyState } from '#components/ui/empty-state';
import { linesOf, type Side } from '#lib/cards/rules';
import type { CardView } from '#lib/cards/view';
import { type Area, areas, tastesOf } from '#lib/ideas/kinds';
import { AreaIcon } from './area-icon';

/** The partner's card, to be read; or that there is none yet, calmly. */
export function TheirCard({ card, partnerName }: { card: CardView | null; partnerName: string | null }) {
  const t = useTranslations('cards.theirs');
  if (!partnerName) {
    return (
      <EmptyState art={<MarkOutline apart className="h-20 w-auto" />} title={t('alone')}>
        <p>{t('aloneText')}</p>
      </EmptyState>
    );
  }
  const name = partnerName;
  if (!card) {
    return (
      <EmptyState
        art={<MarkOutline className="h-20 w-auto" />}
        title={t('none', { name })}
        action={
          <ButtonLink href="/plans/cards" look="quiet">
            {t('noneAction')}
          </ButtonLink>
        }
      >
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  const likes = areas.filter((area) => listOf(card, area, 'likes').length > 0);
  const noes = areas.filter((area) => listOf(card, area, 'noes').length > 0);
  const learned = areas.flatMap((area) =>
    tastesOf[area].filter(
      (taste) => (card.learned[taste] ?? 0) > 0 && !card.likes.includes(taste) && !card.noes.includes(taste),
    ),
  );
  const suits = card.budget || card.energy || card.access || card.surprise;
  const isEmpty = likes.length + noes.length + learned.length === 0 && !suits;
  return (
    <div className="flex flex-col gap-5">
      <Card as="article" aria-labelledby="card" className="flex flex-col gap-7 sm:p-8">
        <header className="flex items-center gap-3.5">
          <Avatar name={name} whose="theirs" size="large" />
          <h2 id="card" className="title wrap-anywhere min-w-0 text-2xl">
            {t('title', { name })}
          </h2>
        </header>
        {isEmpty && <p className="text-muted">{t('empty')}</p>}
        {likes.length > 0 && (
          <Part icon={<Heart aria-hidden="true" className="fill-current text-theirs" />} title={t('likes', { name })}>
            <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
              {likes.map((area) => (
                <AreaList key={area} area={area} card={card} side="likes" />
              ))}
            </div>
          </Part>
        )}
        {noes.length > 0 && (
          <Part icon={<Ban aria-hidden="true" className="text-danger" />} title={t('noes', { name })}>
            <div className="grid gap-x-8 gap-y-5 rounded-lg border border-line p-4 sm:grid-cols-2 sm:p-5">
              {noes.map((area) => (
                <AreaList key={area} area={area} card={card} side="noes" />
              ))}
            </div>
          </Part>
        )}
        {learned.length > 0 && (
          <Part icon={<Sprout aria-hidden="true" className="text-calm" />} title={t('learned')}>
            <Learned tastes={learned} />
          </Part>
        )}
        {suits && <Suits card={card} name={name} />}
      </Card>
      <ButtonLink href="/plans/ideas" look="quiet" className="wrap-anywhere self-center">
        {t('ideas', { name })}
      </ButtonLink>
    </div>
  );
}

function listOf(card: CardView, area: Area, side: Side) {
  return [...tastesOf[area].filter((taste) => card[side].includes(taste)), ...linesOf(card, area, side)];
}

function Part({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3.5">
      <h3 className="wrap-anywhere flex items-center gap-2.5 font-semibold text-lg [&>svg]:size-5 [&>svg]:shrink-0">
        {icon}
        {title}
      </h3>
      {children}
    </section>
  );
}

function AreaList({ area, card, side }: { area: Area; card: CardView; side: Side }) {
  const t = useTranslations('ideas');
  const tastes = tastesOf[area].filter((taste) => card[side].includes(taste));
  const lines = linesOf(card, area, side);
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <h4 className="flex items-center gap-1.5 text-muted text-sm">
        <AreaIcon area={area} className="size-4" />
        {t(`areas.${area}`)}
      </h4>
      {tastes.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {tastes.map((taste) => (
            <li key={taste}>
              <Chip tone={side === 'likes' ? 'theirs' : 'danger'}>
                <span className="first-letter:uppercase inline-block">{t(`tastes.${taste}`)}</span>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <ul className="flex flex-col gap-1">
          {lines.map((line) => (
            <li
              key={line}
              className={classes('written border-l-[3px] pl-3', side === 'likes' ? 'border-theirs' : 'border-danger')}
            >
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Learned({ tastes }: { tastes: (keyof CardView['learned'])[] }) {
  const t = useTranslations('ideas.tastes');
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tastes.map((taste) => (
        <li key={taste}>
          <Chip tone="calm">
            <span className="first-letter:uppercase inline-block">{t(taste)}</span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}

function Suits({ card, name }: { card: CardView; name: string }) {
  const t = useTranslations('cards.theirs');
  const { budget, energy, access, surprise } = card;
  const rows = [
    surprise && { term: t('surprise'), value: t(`surprises.${surprise}`, { name }) },
    budget && { term: t('budget'), value: t(`budgets.${budget}`) },
    energy && { term: t('energy'), value: t(`energies.${energy}`) },
    access && { term: t('access'), value: access },
  ].filter((row) => !!row);
  return (
    <section className="flex flex-col gap-3.5 border-line border-t pt-6">
      <h3 className="wrap-anywhere font-semibold text-lg">{t('suits', { name })}</h3>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {rows.map(({ term, value }) => (
          <div key={term} className="sm:contents">
            <dt className="text-muted text-sm sm:pt-0.5">{term}</dt>
            <dd className="written first-letter:uppercase">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
