import { useTranslations } from 'next-intl';
import { ChipLink } from '#components/ui/chip';
import type { NoteKind } from '#lib/talks/kinds';

/** Shows only what is of one kind. */
export function KindFilter({
  path,
  kinds,
  current,
  label,
}: {
  path: string;
  kinds: readonly NoteKind[];
  current: NoteKind | undefined;
  label: string;
}) {
  const t = useTranslations('talks');
  return (
    <nav aria-label={label} className="mb-6 flex flex-wrap items-center gap-x-2 gap-y-2.5 border-line border-t pt-4">
      <span aria-hidden="true" className="mr-1 text-muted text-sm">
        {label}
      </span>
      <ChipLink href={path} current={!current}>
        {t('past.all')}
      </ChipLink>
      {kinds.map((kind) => (
        <ChipLink key={kind} href={`${path}?kind=${kind}`} current={kind === current}>
          {t(`kinds.${kind}`)}
        </ChipLink>
      ))}
    </nav>
  );
}
