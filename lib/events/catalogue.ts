/**
 * Everything that can happen between two people, as `noun.verbed`. An event says what, who and
 * which row, never a word anybody wrote. The words that tell the partner are in messages/<locale>/events.json.
 */
export const eventNames = [
  'member.joined',
  'member.left',
  'couple.changed',
  'invite.accepted',
  'prompt.asked',
  'prompt.takenback',
  'prompt.swapped',
  /** Both are ready for a deep one. */
  'prompt.opened',
  /** The first answer; changes before the reveal make no event. */
  'answer.given',
  'answer.takenback',
  'prompt.revealed',
  'answer.withdrawn',
  'response.given',
  'response.withdrawn',
  'reaction.changed',
  'plan.proposed',
  /** Another version: countered, combined or changed by its own author. */
  'plan.countered',
  'plan.agreed',
  /** Not now: until a day. */
  'plan.postponed',
  'plan.letgo',
  /** A surprise is open, by hand or at its time. */
  'plan.revealed',
  'plan.lived',
  /** Not lived after all. */
  'plan.unlived',
  'felt.given',
  'felt.withdrawn',
  /** What must be known of a surprise was said, or is otherwise now. */
  'teaser.given',
  'teaser.takenback',
  'card.shown',
  'card.hidden',
  /** That one passes on by itself is no event. */
  'turn.begun',
  'turn.swapped',
  /** Passed on by its holder: the other's begins today. */
  'turn.skipped',
  /** In another rhythm, or stopped. */
  'turn.changed',
  'ritual.proposed',
  'ritual.agreed',
  /** Not agreed to, or taken back. */
  'ritual.declined',
  'ritual.ended',
  /** One talk of the ritual's is at another time, or takes place after all. */
  'talk.moved',
  'talk.skipped',
  'talk.begun',
  /** A talk under way has gone on, by whichever of the two. */
  'talk.changed',
  'talk.ended',
  /** A part was written. */
  'record.changed',
  'record.approved',
  'commitment.offered',
  'commitment.accepted',
  /** Not accepted, or taken back. */
  'commitment.declined',
  /** One says what became of it. */
  'commitment.said',
  /** Both do. */
  'commitment.settled',
  /** What one shaped for the other is there, at its time. */
  'sharing.delivered',
  'sharing.answered',
  /** By hand, at its time, or in a talk. */
  'thanks.given',
  /** The receiver says so; that it was read is no event. */
  'thanks.received',
  'thanks.answered',
  /** Something that its giver loves about the other. */
  'fondness.given',
  'news.shared',
  /** What is great about it. */
  'news.answered',
  'news.asked',
  'news.replied',
  'news.celebrated',
  /** Itself, or what was said to it. */
  'news.withdrawn',
  'bid.made',
  'bid.answered',
  /** Taken back, or let go once it was answered. */
  'bid.withdrawn',
  /** What becomes of these three once the bid is gone (decision 0016). */
  'bid.faded',
] as const;

export type EventName = (typeof eventNames)[number];

/** Of what is done in a talk nobody is told who did it: who asked for a break, or for the end, is nobody's mark. */
export const anonymousEvents: ReadonlySet<EventName> = new Set(['talk.changed', 'talk.ended']);

/** An event as it was committed. */
export type RecordedEvent = {
  coupleId: string;
  seq: number;
  name: EventName;
  actorId: string | null;
  subjectId: string | null;
};

/** An event as a partner's browser gets it, over the socket or from GET /api/events. */
export type EventView = Omit<RecordedEvent, 'coupleId'>;
