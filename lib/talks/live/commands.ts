// Apart from the machine, so that a page that only names them need not load it.

/** Everything that somebody can do in a talk under way. What each means stands in machine.ts. */
export const commandNames = [
  /** Able to listen now; sum it up; ready for the deep level; back from the break; go on: whatever the moment asks of both. */
  'yes',
  /** Takes that back, as long as the other has not said so too. */
  'unyes',
  /** Not able to listen now: another time within a day. Only on arriving. */
  'move',
  /** Passes the word on. */
  'pass',
  /** Once more from the beginning of this step, after both have had the word. */
  'again',
  /** Takes a matter, or none of those that were brought. */
  'choose',
  /** I have said it: now say it back. */
  'said',
  /** I have said back what I heard. */
  'saidBack',
  /** Yes, that's it: I feel heard. */
  'heard',
  /** Not quite: once more, at most twice. */
  'notQuite',
  /** The next question; also without an answer. */
  'nextQuestion',
  /** Stays with the questions of this level instead of the deep ones, or ends without them. */
  'notDeep',
  /** A break with a time to return. */
  'pause',
  /** On one phone that is the other's: I am here too, by my own. */
  'here',
  /** On one phone, or on two from here on. */
  'phones',
  /** I would end it here. */
  'stop',
  'unstop',
] as const;
export type CommandName = (typeof commandNames)[number];

/** A command with what it needs. */
export type Command =
  | { name: Exclude<CommandName, 'move' | 'choose' | 'pause' | 'phones'> }
  /** `to` in milliseconds. */
  | { name: 'move'; to: number }
  | { name: 'choose'; matterId: string | null }
  | { name: 'pause'; minutes: number }
  | { name: 'phones'; phones: 1 | 2 };
