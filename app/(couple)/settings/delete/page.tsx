import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '#components/ui/card';
import { requireViewer } from '#lib/auth/viewer';
import { SubPage } from '../sub-page';
import { DeleteForm } from './delete-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.delete');
  return { title: t('title') };
}

/** What goes and what stays, told before it can be done. */
export default async function DeletePage() {
  const { partner } = await requireViewer();
  const t = await getTranslations('settings.delete');
  const known = { known: 'yes', partner: partner?.name ?? '' };
  return (
    <SubPage title={t('title')} lead={t('lead')}>
      <div className="flex flex-col gap-4">
        <Points
          title={t('goesTitle')}
          lines={[t('goes.account'), t('goes.private'), ...(partner ? [t('goes.shared', known)] : [])]}
        />
        <Points
          title={t('staysTitle')}
          lines={[
            ...(partner ? [t('stays.partner', known), t('stays.questions')] : [t('aloneStays')]),
            t('stays.backups'),
          ]}
        />
        {partner && <p>{t('told', { partner: partner.name })}</p>}
        <DeleteForm />
      </div>
    </SubPage>
  );
}

function Points({ title, lines }: { title: string; lines: string[] }) {
  return (
    <Card as="div">
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="flex list-disc flex-col gap-2 pl-5 marker:text-edge">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
