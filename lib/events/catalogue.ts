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
] as const;

export type EventName = (typeof eventNames)[number];

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
