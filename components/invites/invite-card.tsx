import { CalendarClock, MailOpen, Send, UserRoundCheck } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { sayDay } from '#lib/i18n/when';
import type { InviteView, WaitingView } from '#lib/invites/view';

/** For Today, while one is alone: what stands between the two, and where to go for it. */
export function InviteCard({ mine, waiting }: { mine: InviteView | null; waiting: WaitingView | null }) {
  const t = useTranslations('invites.card');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const look = (words: string, isMain = false) => (
    <ButtonLink href="/pair" look={isMain ? 'primary' : 'quiet'} size="small">
      {words}
    </ButtonLink>
  );
  if (mine?.accepter) {
    return (
      <RowCard
        icon={<UserRoundCheck />}
        tone="theirs"
        title={t('decide.title', { name: mine.accepter.name })}
        action={look(t('decide.action'), true)}
      >
        {t('decide.text')}
      </RowCard>
    );
  }
  if (waiting) {
    const name = waiting.inviter.name;
    return (
      <RowCard
        icon={<CalendarClock />}
        tone="theirs"
        title={t('waiting.title', { name })}
        action={look(t('waiting.action'))}
      >
        {t('waiting.text', { name })}
      </RowCard>
    );
  }
  if (mine) {
    const state = mine.state === 'expired' ? 'expired' : 'open';
    const date = sayDay(locale, timeZone, new Date(mine.expiresAt));
    return (
      <RowCard icon={<MailOpen />} title={t(`${state}.title`)} action={look(t(`${state}.action`))}>
        {t(`${state}.text`, { date })}
      </RowCard>
    );
  }
  return (
    <RowCard icon={<Send />} title={t('none.title')} action={look(t('none.action'))}>
      {t('none.text')}
    </RowCard>
  );
}
