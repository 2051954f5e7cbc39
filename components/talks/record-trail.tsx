import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { Fold } from '#components/plans/fold';
import { Chip } from '#components/ui/chip';
import { sayWhen } from '#lib/i18n/when';
import type { RecordPartView, RecordView } from '#lib/talks/view';
import { PartWords } from './part-words';

type Names = { name: string; partnerName: string | null };

/** Every version of what was written down, the oldest first; shown once something was changed. */
export function RecordTrail({ record, names }: { record: RecordView; names: Names }) {
  const t = useTranslations('talks.record');
  const { trail, mine, theirs, tries } = record;
  const stand = new Set([mine, theirs, tries].flatMap((part) => part?.id ?? []));
  if (trail.length <= stand.size) return null;
  return (
    <Fold title={t('trail')}>
      <ol className="flex flex-col gap-6 px-5 pt-2 pb-6 sm:px-6">
        {trail.map((part) => (
          <Version key={part.id} part={part} names={names} stands={stand.has(part.id)} />
        ))}
      </ol>
    </Fold>
  );
}

function Version({ part, names, stands }: { part: RecordPartView; names: Names; stands: boolean }) {
  const t = useTranslations('talks');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const { kind, by, at } = part;
  const isMine = by === 'me';
  const name = isMine ? names.name : by === 'partner' && names.partnerName ? names.partnerName : t('gone');
  return (
    <li className="flex gap-3">
      <Avatar name={name} whose={isMine ? 'mine' : 'theirs'} size="small" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
        <p className="wrap-anywhere text-muted text-sm">
          <span className="font-semibold text-ink">
            {t(`record.trail${isMine ? 'Mine' : 'Theirs'}.${kind}`, { name })}
          </span>{' '}
          · {sayWhen(locale, zone, at, now)}
        </p>
        <PartWords part={part} whose={isMine ? 'mine' : 'theirs'} />
        {stands && <Chip tone="ours">{t('record.stands')}</Chip>}
      </div>
    </li>
  );
}
