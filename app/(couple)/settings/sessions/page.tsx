import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listSessions } from '#lib/accounts/queries';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { now } from '#lib/clock';
import { sayMoment } from '#lib/i18n/when';
import { SubPage } from '../sub-page';
import { SessionList } from './session-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sessions');
  return { title: t('title') };
}

export default async function SessionsPage() {
  const { sessionId, timeZone } = await requireViewer();
  const sessions = await readAsViewer((scope) => listSessions(scope, sessionId));
  const t = await getTranslations('settings.sessions');
  const locale = await getLocale();
  const shown = sessions
    .map(({ id, device, createdAt, isCurrent }) => ({
      id,
      device,
      since: sayMoment(locale, timeZone, new Date(createdAt), now()),
      isCurrent,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  return (
    <SubPage title={t('title')} lead={sessions.length > 1 ? t('lead') : t('alone')}>
      <SessionList sessions={shown} />
    </SubPage>
  );
}
