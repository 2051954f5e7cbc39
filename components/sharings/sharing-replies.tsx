import { useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { WrittenText } from '#components/prompts/written';
import { Card } from '#components/ui/card';
import type { ReplyIntent } from '#lib/sharings/kinds';

export type Reply = {
  id: string;
  whose: 'mine' | 'theirs';
  name: string;
  shownName: string;
  intent: ReplyIntent;
  text: string | null;
  when: string;
};

/** What was said back, the first first. */
export function SharingReplies({ replies }: { replies: Reply[] }) {
  const t = useTranslations('sharings.one');
  const respond = useTranslations('prompts.respond');
  return (
    <Card aria-labelledby="answers" className="flex flex-col gap-5">
      <h2 id="answers" className="title text-xl">
        {t('answers')}
      </h2>
      <ol className="flex flex-col gap-5">
        {replies.map(({ id, whose, name, shownName, intent, text, when }) => (
          <li key={id} className="flex gap-3">
            <Avatar name={name} whose={whose} size="small" />
            <div className="flex min-w-0 flex-1 flex-col gap-1.5">
              <p className="wrap-anywhere text-muted text-sm">
                <span className="font-semibold text-ink">{shownName}</span> · {when}
              </p>
              <h3 className="title text-lg leading-snug">{respond(intent)}</h3>
              {text === null ? (
                <p className="text-muted italic">{t('withdrawn')}</p>
              ) : (
                <WrittenText whose={whose}>{text}</WrittenText>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
