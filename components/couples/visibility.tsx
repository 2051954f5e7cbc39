import { Eye, EyeOff, LockKeyhole, LogOut } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';

/**
 * What the partner can and cannot see, and what happens on leaving, in a few lines: told to each, alone, before anything is
 * shared. It has no title of its own; `t('visibility.title')` and `lead` are for the page around it.
 */
export async function Visibility({ partnerName }: { partnerName?: string | null }) {
  const t = await getTranslations('visibility');
  const partner = { known: partnerName ? 'yes' : 'no', partner: partnerName ?? '' };
  return (
    <div className="flex flex-col gap-4">
      <Group
        icon={<Eye aria-hidden="true" className="size-5 text-ours" />}
        title={t('sees.title', partner)}
        lines={[
          t('sees.answers'),
          t('sees.answered'),
          t('sees.shared'),
          t('sees.plans'),
          t('sees.talks'),
          t('sees.here'),
        ]}
      />
      <Group
        icon={<EyeOff aria-hidden="true" className="size-5 text-theirs" />}
        title={t('hidden.title', partner)}
        lines={[
          t('hidden.drafts'),
          t('hidden.early'),
          t('hidden.surprises'),
          t('hidden.notes'),
          t('hidden.muted'),
          t('hidden.when'),
        ]}
      />
      <Card>
        <dl className="flex flex-col gap-4">
          <Point icon={<LockKeyhole aria-hidden="true" className="size-5 text-theirs" />} title={t('before.title')}>
            {t('before.text')}
          </Point>
          <Point icon={<LogOut aria-hidden="true" className="size-5 text-muted" />} title={t('leaving.title')}>
            {t('leaving.text')}
          </Point>
        </dl>
      </Card>
      <p className="text-muted text-sm">{t('server')}</p>
    </div>
  );
}

function Group({ icon, title, lines }: { icon: ReactNode; title: string; lines: string[] }) {
  return (
    <Card>
      <h2 className="mb-2.5 flex items-center gap-2.5 font-semibold">
        {icon}
        {title}
      </h2>
      <ul className="flex flex-col gap-2 pl-7.5">
        {lines.map((line) => (
          <li key={line} className="list-disc marker:text-edge">
            {line}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Point({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 flex items-center gap-2.5 font-semibold">
        {icon}
        {title}
      </dt>
      <dd className="pl-7.5">{children}</dd>
    </div>
  );
}
