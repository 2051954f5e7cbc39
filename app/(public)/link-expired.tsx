import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { PublicPage } from '#components/shell/public-page';
import { ButtonLink } from '#components/ui/button';

/** A mailed link that has run out or was used. */
export async function LinkExpired({ kind }: { kind: 'reset' | 'confirm' }) {
  const t = await getTranslations('accounts.expired');
  return (
    <PublicPage title={t('title')} lead={t(kind)} art={<MarkOutline apart />}>
      <ButtonLink href={kind === 'reset' ? '/forgot' : '/settings'} size="large" wide>
        {t(kind === 'reset' ? 'resetAction' : 'confirmAction')}
      </ButtonLink>
      <ButtonLink href="/" look="plain" wide>
        {t('home')}
      </ButtonLink>
    </PublicPage>
  );
}
