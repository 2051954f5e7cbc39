import { CalendarPlus, MessagesSquare } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { now } from '#lib/clock';
import { sayWhen } from '#lib/i18n/when';
import type { PromptView, Written } from '#lib/prompts/view';
import { Add } from './add';
import { AnswerCard, sideBySide } from './answer-card';
import { AskAgain } from './ask-again';
import { Envelope } from './envelope';
import { Reactions, ReceivedReactions } from './reactions';
import { Respond } from './respond';
import { Responses } from './responses';
import { ThenAndNow } from './then-and-now';
import { Withdraw } from './withdraw';

/** Who reads, and with whom. */
export type Reader = { name: string; partnerName: string | null; timeZone: string };

/** Both answers, what was said back, and what can be said. */
export function Reveal({
  prompt,
  earlier,
  reader,
}: {
  prompt: PromptView;
  earlier: PromptView | null;
  reader: Reader;
}) {
  const t = useTranslations('prompts');
  const locale = useLocale();
  const { id, mine, theirs, responses } = prompt;
  const theirName = theirs?.by === 'partner' && reader.partnerName ? reader.partnerName : t('gone');
  const nameOf = (isMine: boolean) => (isMine ? reader.name : theirName);
  const say = (part: Written) => ({
    id: part.id,
    text: part.text,
    when: sayWhen(locale, reader.timeZone, part.at, now()),
  });
  const addedBy = (isMine: boolean) =>
    responses.filter(({ intent, by }) => intent === 'added' && (by === 'me') === isMine).map(say);
  const said = responses
    .filter(({ intent }) => intent !== 'added')
    .map((response) => {
      const isMine = response.by === 'me';
      return {
        ...say(response),
        intent: response.intent,
        whose: isMine ? ('mine' as const) : ('theirs' as const),
        name: nameOf(isMine),
        shownName: isMine ? t('you') : theirName,
      };
    });

  return (
    <div className="flex flex-col gap-4">
      <section aria-label={t('reveal.answers')} className={sideBySide}>
        <Envelope key={id} id={id}>
          <AnswerCard
            whose="theirs"
            name={theirName}
            shownName={theirName}
            answer={theirs && say(theirs)}
            added={addedBy(false)}
          >
            {theirs?.text != null && <Reactions promptId={id} name={theirName} mine={prompt.reactions.mine} />}
          </AnswerCard>
        </Envelope>
        <AnswerCard
          whose="mine"
          name={reader.name}
          shownName={t('you')}
          answer={mine && say(mine)}
          added={addedBy(true)}
          menu={mine?.text != null && <Withdraw id={mine.id} path={`/api/prompts/${id}/answer`} what="answer" />}
        >
          <ReceivedReactions name={theirName} kinds={prompt.reactions.theirs} />
          <Add promptId={id} given={mine?.text ?? null} draft={prompt.draft} />
        </AnswerCard>
      </section>
      {earlier && <ThenAndNow earlier={earlier} reader={reader} />}
      <Responses promptId={id} responses={said} />
      <Respond promptId={id} name={theirName} />
      <div className="flex flex-wrap gap-2.5">
        <ButtonLink
          href={`/talk/notes/new?prompt=${id}`}
          look="quiet"
          icon={<MessagesSquare aria-hidden="true" strokeWidth={1.75} className="size-4.5" />}
        >
          {t('reveal.talk')}
        </ButtonLink>
        <ButtonLink
          href={`/plans/new?kind=together&from=${id}`}
          look="quiet"
          icon={<CalendarPlus aria-hidden="true" strokeWidth={1.75} className="size-4.5" />}
        >
          {t('reveal.plan')}
        </ButtonLink>
      </div>
      {prompt.canAskAgain && prompt.contentId && <AskAgain contentId={prompt.contentId} />}
    </div>
  );
}
