import type { CommandName } from '#lib/talks/live/commands';
import type { LiveView, Who } from '#lib/talks/live/view';

export const otherThan = (who: Who): Who => (who === 'me' ? 'partner' : 'me');

/** What a circle says that somebody does now. */
export type Deed = 'speak' | 'listen' | 'thank' | 'tell' | 'sayBack' | 'answer' | 'wait' | 'ask' | 'read' | 'yes';

/** The talk is on one phone, and it is this one: the screen speaks to both, by their names. */
export function isShared(view: LiveView): boolean {
  return view.phones === 1 && view.isHost;
}

/** Who is to speak now: the holder of the word, or the one who says it back. Null where it is both or neither. */
export function speakerOf({ phase, holder }: LiveView): Who | null {
  if (!holder) return null;
  return phase === 'paraphrasing' ? otherThan(holder) : holder;
}

function deedsOfFloor({ phase, step }: LiveView): [holder: Deed, other: Deed] {
  if (phase === 'paraphrasing') return ['listen', 'sayBack'];
  if (phase === 'confirming') return ['answer', 'wait'];
  if (phase === 'question') return ['read', 'listen'];
  if (step === 'thanks') return ['thank', 'listen'];
  if (step === 'right') return ['tell', 'listen'];
  if (step === 'ask') return ['ask', 'listen'];
  return ['speak', 'listen'];
}

/** What each of the two does now. Where nobody has the word, who has said yes to what is asked of both. */
export function deedsOf(view: LiveView): Record<Who, Deed | null> {
  const { holder, marks } = view;
  if (!holder || view.pause) return { me: marks.me ? 'yes' : null, partner: marks.partner ? 'yes' : null };
  const [holds, other] = deedsOfFloor(view);
  return holder === 'me' ? { me: holds, partner: other } : { me: other, partner: holds };
}

/**
 * For whom a command counts when this screen gives it: on one phone the one who has it in hand, where it counts for that one;
 * else me. A yes is the host's there, whoever presses: it counts for both. Null where it counts for nobody.
 */
export function giverOf({ mine, forPartner }: LiveView, name: CommandName, reader: Who): Who | null {
  const isPartners = forPartner.includes(name);
  if (isPartners && reader === 'partner' && name !== 'yes') return 'partner';
  if (mine.includes(name)) return 'me';
  return isPartners ? 'partner' : null;
}
