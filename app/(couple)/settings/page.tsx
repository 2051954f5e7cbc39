import { CalendarDays, KeyRound, Library, LockKeyhole, Mail, MonitorSmartphone, UserRoundX } from 'lucide-react';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Page } from '#components/shell/page';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { accountView } from '#lib/accounts/view';
import { readAsViewer } from '#lib/auth/viewer';
import { now } from '#lib/clock';
import { CoupleSettings } from './couple-settings';
import { OwnSettings } from './own-settings';
import { ResendLink } from './resend-link';
import { SignOut } from './sign-out';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const { account, couple, sessionCount } = await readAsViewer(async ({ db, member }) => ({
    account: accountView(await db.account.findUniqueOrThrow({ where: { userId: member.userId } }), member.name),
    couple: { timeZone: member.coupleTimeZone, circumstances: member.circumstances },
    sessionCount: await db.session.count({ where: { userId: member.userId, expiresAt: { gt: now() } } }),
  }));
  const theme = (await cookies()).get('theme')?.value;
  const t = await getTranslations('settings');
  return (
    <Page title={t('title')}>
      <div className="flex flex-col gap-9">
        <Section id="you" title={t('you.title')}>
          <OwnSettings account={account} theme={theme === 'light' || theme === 'dark' ? theme : 'system'} />
          <Row
            icon={<CalendarDays aria-hidden="true" />}
            title={t('you.calendar')}
            href="/plans/calendar"
            act={t('signIn.look')}
          >
            {t('you.calendarHint')}
          </Row>
          <Row
            icon={<LockKeyhole aria-hidden="true" />}
            title={t('you.journal')}
            href="/feelings/journal/lock"
            act={t('signIn.look')}
          >
            {t('you.journalHint')}
          </Row>
        </Section>
        <Section id="couple" title={t('couple.title')} lead={t('couple.hint')}>
          <CoupleSettings couple={couple} />
          <Row
            icon={<Library aria-hidden="true" />}
            title={t('couple.topics')}
            href="/questions?view=topics"
            act={t('signIn.look')}
          >
            {t('couple.topicsHint')}
          </Row>
        </Section>
        <Section id="sign-in" title={t('signIn.title')}>
          <Row
            icon={<Mail aria-hidden="true" />}
            title={t('signIn.email')}
            href="/settings/address"
            act={t('signIn.change')}
          >
            <span className="break-words text-base text-ink">{account.email}</span>
            {account.isEmailProven && <p>{t('signIn.proven')}</p>}
          </Row>
          {!account.isEmailProven && (
            <Notice tone="ours">
              <p>{t('signIn.unproven')}</p>
              <ResendLink email={account.email} />
            </Notice>
          )}
          <Row
            icon={<KeyRound aria-hidden="true" />}
            title={t('signIn.password')}
            href="/settings/password"
            act={t('signIn.change')}
          />
          <Row
            icon={<MonitorSmartphone aria-hidden="true" />}
            title={t('signIn.sessions')}
            href="/settings/sessions"
            act={t('signIn.look')}
          >
            {t('signIn.sessionCount', { count: sessionCount })}
          </Row>
          <SignOut />
        </Section>
        <Section id="leaving" title={t('leaving.title')}>
          <Row
            icon={<UserRoundX aria-hidden="true" />}
            title={t('leaving.delete')}
            href="/settings/delete"
            act={t('leaving.look')}
          >
            {t('leaving.deleteHint')}
          </Row>
        </Section>
      </div>
    </Page>
  );
}

function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="title text-2xl">
          {title}
        </h2>
        {lead && <p className="text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

function Row({
  icon,
  title,
  href,
  act,
  children,
}: {
  icon: ReactNode;
  title: string;
  href: string;
  act: string;
  children?: ReactNode;
}) {
  return (
    <RowCard
      icon={icon}
      tone="sunk"
      title={title}
      level={3}
      action={
        <ButtonLink href={href} look="quiet" size="small" aria-label={`${act}: ${title}`}>
          {act}
        </ButtonLink>
      }
    >
      {children}
    </RowCard>
  );
}
