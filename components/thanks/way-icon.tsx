import { Gift, HeartHandshake, MessageCircleHeart, NotebookPen } from 'lucide-react';
import type { ThanksWay } from '#lib/thanks/kinds';

const icons = { said: MessageCircleHeart, hug: HeartHandshake, note: NotebookPen, gesture: Gift } as const;

/** How a thank-you is shown, as a picture beside its words. */
export function WayIcon({ way }: { way: ThanksWay }) {
  const Icon = icons[way];
  return <Icon aria-hidden="true" strokeWidth={1.75} />;
}
