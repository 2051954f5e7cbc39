import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listSessions } from '#lib/accounts/queries';
import { readAsViewer, requireViewer } from '#lib/auth/viewer';
import { SubPage } from '../sub-page';
import { SessionList } from './session-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sessions');
  return { title: t('title') };
}

export default async function SessionsPage() {
  const { sessionId } = await requireViewer();
  const sessions = await readAsViewer((scope) => listSessions(scope, sessionId));
  const t = await getTranslations('settings.sessions');
  return (
    <SubPage title={t('title')} lead={sessions.length > 1 ? t('lead') : t('alone')}>
      <SessionList sessions={sessions} />
    </SubPage>
  );
}
