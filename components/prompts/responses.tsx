import { useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { Card } from '#components/ui/card';
import type { Intent } from '#lib/prompts/kinds';
import type { Said } from './answer-card';
import { Withdraw } from './withdraw';
import { WrittenText } from './written';

export type Response = Said & { whose: 'mine' | 'theirs'; name: string; shownName: string; intent: Intent };

/** What the two said back, the first first. */
export function Responses({ promptId, responses }: { promptId: string; responses: Response[] }) {
  const t = useTranslations('prompts');
  if (responses.length === 0) return null;
  return (
    <Card aria-labelledby="responses" className="flex flex-col gap-5">
      <h2 id="responses" className="title text-xl">
        {t('respond.all')}
      </h2>
      <ol className="flex flex-col gap-5">
        {responses.map(({ id, whose, name, shownName, intent, text, when }) => (
          <li key={id} className="flex gap-3">
            <Avatar name={name} whose={whose} size="small" />
            <div className="flex min-w-0 flex-1 flex-col gap-1.5">
              <div className="flex items-start justify-between gap-2">
                <p className="wrap-anywhere text-muted text-sm">
                  <span className="font-semibold text-ink">{shownName}</span> · {when}
                </p>
                {whose === 'mine' && text !== null && (
                  <Withdraw
                    id={id}
                    path={`/api/prompts/${promptId}/responses/${id}`}
                    what={{ words: t(`respond.${intent}`) }}
                  />
                )}
              </div>
              <h3 id={id} tabIndex={-1} className="title text-lg leading-snug">
                {t(`respond.${intent}`)}
              </h3>
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
