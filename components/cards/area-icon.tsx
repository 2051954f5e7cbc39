import { Compass, Gift, HandHeart, MapPin, MessageCircle, Moon, Music, Utensils } from 'lucide-react';
import type { Area } from '#lib/ideas/kinds';

const icons = {
  food: Utensils,
  places: MapPin,
  music: Music,
  touch: HandHeart,
  words: MessageCircle,
  rest: Moon,
  adventure: Compass,
  gifts: Gift,
} as const;

/** The picture of a part of life; its name stands beside it. */
export function AreaIcon({ area, className = 'size-5' }: { area: Area; className?: string }) {
  const Icon = icons[area];
  return <Icon aria-hidden="true" strokeWidth={1.75} className={className} />;
}
