import { useTranslations } from 'next-intl';
import { WrittenText } from '#components/prompts/written';
import type { RecordPartView } from '#lib/talks/view';

/** A part of a talk's record as it stands, with a line in the colour of whose it is. */
export function PartWords({
  part,
  whose,
  none,
}: {
  part: RecordPartView | null;
  whose: 'mine' | 'theirs' | 'ours';
  /** What is said where nothing stands yet. */
  none?: string;
}) {
  const t = useTranslations('talks.record');
  if (!part) return none ? <p className="wrap-anywhere text-muted text-sm">{none}</p> : null;
  if (part.text === null) return <p className="text-muted italic">{t('noWords')}</p>;
  return <WrittenText whose={whose}>{part.text}</WrittenText>;
}
