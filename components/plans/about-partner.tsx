import { Ban, Gift, Heart, LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import type { ObservationView } from '#lib/cards/queries';
import { allLinesOf, type Side } from '#lib/cards/rules';
import type { CardView } from '#lib/cards/view';
import { capitalise } from './capitalise';

const mostShown = 12;
const mostNoticed = 4;

/** What helps to find something for my partner: likes and hard no's of the card I am shown, and what I noticed myself. */
export function AboutPartner({
  card,
  observations,
  partnerName,
}: {
  card: CardView | null;
  observations: ObservationView[];
  partnerName: string | null;
}) {
  const t = useTranslations('plans');
  const taste = useTranslations('ideas.tastes');
  const linesOf = (side: Side) => (card ? allLinesOf(card, side) : []);
  const likes = [...linesOf('likes'), ...(card?.likes ?? []).map((name) => taste(name))].slice(0, mostShown);
  const noes = [...linesOf('noes'), ...(card?.noes ?? []).map((name) => taste(name))].slice(0, mostShown);
  const noticed = observations.filter(({ isAboutNow }) => isAboutNow).slice(0, mostNoticed);
  return (
    <>
      {partnerName && card ? (
        <Card aria-labelledby="likes" className="flex flex-col gap-4">
          <h2 id="likes" className="title wrap-anywhere text-xl">
            {t('about.title', { name: partnerName })}
          </h2>
          <Words words={likes} icon={<Heart aria-hidden="true" />} />
          {noes.length > 0 && (
            <div className="flex flex-col gap-2">
              <h3 className="font-semibold text-sm">{t('about.noes')}</h3>
              <Words words={noes} icon={<Ban aria-hidden="true" />} quiet />
            </div>
          )}
          {card.surprise === 'full' && (
            <p className="flex gap-2 text-muted text-sm">
              <Gift aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-theirs" />
              {t('liking.full', { name: partnerName })}
            </p>
          )}
          <TextLink href="/plans/cards?view=theirs" className="target self-start text-sm">
            {t('about.card')}
          </TextLink>
        </Card>
      ) : (
        <p className="text-muted text-sm">
          {partnerName ? t('about.noCard', { name: partnerName }) : t('about.noCardAlone')}
        </p>
      )}
      <Card aria-labelledby="noticed" className="flex flex-col gap-3">
        <div>
          <h2 id="noticed" className="title text-xl">
            {t('about.noticed')}
          </h2>
          <p className="flex gap-2 text-muted text-sm">
            <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-theirs" />
            {t('onlyYou')}
          </p>
        </div>
        {noticed.length > 0 && (
          <ul className="flex flex-col gap-2.5">
            {noticed.map(({ id, text }) => (
              <li key={id} className="written border-mine border-l-[3px] pl-3 text-sm">
                {text}
              </li>
            ))}
          </ul>
        )}
        <TextLink href="/plans/cards?view=noticed" className="target self-start text-sm">
          {t('about.notice')}
        </TextLink>
      </Card>
    </>
  );
}

function Words({ words, icon, quiet }: { words: string[]; icon: ReactNode; quiet?: boolean }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {[...new Set(words.map(capitalise))].map((word) => (
        <li key={word} className="max-w-full">
          <Chip tone={quiet ? 'sunk' : 'theirs'} icon={icon}>
            {word}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
