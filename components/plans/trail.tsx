import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { Chip } from '#components/ui/chip';
import { sayWhen } from '#lib/i18n/when';
import type { PlanView, VersionView } from '#lib/plans/view';
import { Changes } from './changes-line';
import { Fold } from './fold';
import { PlannedWhen } from './planned-when';

type Names = { name: string; partnerName: string | null };

/** Every version as it was said, the oldest first; none is more right than another. */
export function Trail({ plan, names }: { plan: PlanView; names: Names }) {
  const t = useTranslations('plans.trail');
  const { trail, agreedN } = plan;
  if (trail.length < 2) return null;
  return (
    <Fold title={t('title')}>
      <ol className="flex flex-col gap-6 px-5 pt-2 pb-6 sm:px-6">
        {trail.map((version, index) => (
          <Version
            key={version.id}
            version={version}
            before={trail[index - 1]}
            names={names}
            stands={version.n === agreedN ? 'agreed' : agreedN === null && index === trail.length - 1 ? 'last' : null}
          />
        ))}
      </ol>
    </Fold>
  );
}

function Version({
  version,
  before,
  names,
  stands,
}: {
  version: VersionView;
  before: VersionView | undefined;
  names: Names;
  stands: 'agreed' | 'last' | null;
}) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const { kind, by, at, content, when } = version;
  const isMine = by === 'me';
  const name = isMine ? names.name : by === 'partner' && names.partnerName ? names.partnerName : t('gone');
  return (
    <li className="flex gap-3">
      <Avatar name={name} whose={isMine ? 'mine' : 'theirs'} size="small" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
        <p className="wrap-anywhere text-muted text-sm">
          <span className="font-semibold text-ink">{t(`trail.${kind}${isMine ? 'Mine' : 'Theirs'}`, { name })}</span> ·{' '}
          {sayWhen(locale, zone, at, now)}
        </p>
        {content ? (
          <div className={`w-full border-l-[3px] py-0.5 pl-4 ${isMine ? 'border-mine' : 'border-theirs'}`}>
            <h3 className="title written text-lg leading-snug">{content.title}</h3>
            <p className="text-muted text-sm">
              <PlannedWhen when={when} />
            </p>
            {content.text && (
              <p className="written pt-1" dir="auto">
                {content.text}
              </p>
            )}
          </div>
        ) : (
          <p className="text-muted italic">{t('trail.noWords')}</p>
        )}
        {before && content && before.content && (
          <p className="text-sm">
            <Changes before={before} after={version} same={t('trail.same')} />
          </p>
        )}
        {stands && <Chip tone={stands === 'agreed' ? 'calm' : 'ours'}>{t(`trail.${stands}`)}</Chip>}
      </div>
    </li>
  );
}
