import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { WrittenText } from '#components/prompts/written';
import { Card } from '#components/ui/card';
import { sayWhen } from '#lib/i18n/when';
import type { FeltView, PlanView } from '#lib/plans/view';
import { FeltForm } from './felt-form';
import { WithdrawFelt } from './withdraw-felt';

/** How a lived plan was for each, in a line; and where I say mine. */
export function Felt({ plan, name, partnerName }: { plan: PlanView; name: string; partnerName: string | null }) {
  const t = useTranslations('plans');
  const { mine, theirs } = plan.felt;
  return (
    <Card aria-labelledby="felt" className="flex flex-col gap-5">
      <h2 id="felt" tabIndex={-1} className="title text-xl">
        {t('felt.title')}
      </h2>
      {(theirs || mine) && (
        <ul className="flex flex-col gap-5">
          {theirs && (
            <Line felt={theirs} whose="theirs" name={partnerName ?? t('gone')} shownName={partnerName ?? t('gone')} />
          )}
          {mine && <Line felt={mine} whose="mine" name={name} shownName={t('you')} planId={plan.id} />}
        </ul>
      )}
      {!mine && <FeltForm planId={plan.id} asksAgain={plan.content?.ideaId != null} />}
    </Card>
  );
}

function Line({
  felt,
  whose,
  name,
  shownName,
  planId,
}: {
  felt: FeltView;
  whose: 'mine' | 'theirs';
  name: string;
  shownName: string;
  /** Of my own line: it can be withdrawn. */
  planId?: string;
}) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  return (
    <li className="flex gap-3">
      <Avatar name={name} whose={whose} size="small" />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex items-start justify-between gap-2">
          <p id={felt.id} tabIndex={-1} className="wrap-anywhere text-muted text-sm">
            <span className="font-semibold text-ink">{shownName}</span> · {sayWhen(locale, zone, felt.at, now)}
          </p>
          {planId && felt.text !== null && <WithdrawFelt planId={planId} feltId={felt.id} />}
        </div>
        {felt.text === null ? (
          <p className="text-muted italic">{t('withdrawn')}</p>
        ) : (
          <WrittenText whose={whose}>{felt.text}</WrittenText>
        )}
      </div>
    </li>
  );
}
