import { useLocale, useTranslations } from 'next-intl';
import { now } from '#lib/clock';
import { sayWhen } from '#lib/i18n/when';
import type { PromptView } from '#lib/prompts/view';
import { AnswerCard, sideBySide } from './answer-card';
import type { Reader } from './reveal';

/** What the two said to the same question before. */
export function ThenAndNow({ earlier, reader }: { earlier: PromptView; reader: Reader }) {
  const t = useTranslations('prompts');
  const locale = useLocale();
  const when = (at: string) => sayWhen(locale, reader.timeZone, at, now());
  const { mine, theirs, revealedAt } = earlier;
  const theirName = theirs?.by === 'partner' && reader.partnerName ? reader.partnerName : t('gone');
  return (
    <section aria-labelledby="then" className="mt-2 mb-3 flex flex-col gap-3">
      <h2 id="then" className="title text-xl">
        {t('again.then', { when: revealedAt ? when(revealedAt) : '' })}
      </h2>
      <div className={sideBySide}>
        {theirs && (
          <AnswerCard
            whose="theirs"
            name={theirName}
            shownName={theirName}
            answer={{ ...theirs, when: when(theirs.at) }}
            added={[]}
          />
        )}
        {mine && (
          <AnswerCard
            whose="mine"
            name={reader.name}
            shownName={t('you')}
            answer={{ ...mine, when: when(mine.at) }}
            added={[]}
          />
        )}
      </div>
    </section>
  );
}
