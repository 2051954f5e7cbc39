import {
  CloudMoon,
  Compass,
  Footprints,
  HandHelping,
  Heart,
  KeyRound,
  type LucideIcon,
  MessageCircleHeart,
  Wind,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '#components/ui/chip';
import type { NoteKind } from '#lib/talks/kinds';

export const kindIcons: Record<NoteKind, LucideIcon> = {
  need: HandHelping,
  value: Compass,
  dream: CloudMoon,
  fear: Wind,
  secret: KeyRound,
  failure: Footprints,
  gratitude: Heart,
  ask: MessageCircleHeart,
};

/** What a note or a title is. */
export function KindChip({ kind, tone = 'sunk' }: { kind: NoteKind; tone?: 'mine' | 'theirs' | 'sunk' }) {
  const t = useTranslations('talks.kinds');
  const Icon = kindIcons[kind];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden="true" strokeWidth={1.75} />}>
      {t(kind)}
    </Chip>
  );
}
