// Apart from schema.ts, so that a page that only names them need not load zod.

/** How long a talk is: an hour, twenty minutes, ten, or three long rounds in which each is heard without a word between. */
export const talkForms = ['full', 'short', 'brief', 'long'] as const;
export type TalkForm = (typeof talkForms)[number];

/** A talk, or an evening of questions: the second form that two go through live. */
export const forms = [...talkForms, 'evening'] as const;
export type Form = (typeof forms)[number];

export const steps = [
  'arrive',
  'thanks',
  'right',
  'matter',
  'round1',
  'round2',
  'round3',
  'ask',
  'write',
  'light',
  'warm',
  'deep',
  'close',
] as const;
export type Step = (typeof steps)[number];

/** What each form goes through, and how many minutes each step is meant to take. */
export const stepsOf: Record<Form, readonly { step: Step; minutes: number }[]> = {
  full: [
    { step: 'arrive', minutes: 3 },
    { step: 'thanks', minutes: 12 },
    { step: 'right', minutes: 5 },
    { step: 'matter', minutes: 25 },
    { step: 'ask', minutes: 5 },
    { step: 'write', minutes: 7 },
    { step: 'close', minutes: 3 },
  ],
  short: [
    { step: 'arrive', minutes: 1 },
    { step: 'thanks', minutes: 5 },
    { step: 'right', minutes: 2 },
    { step: 'matter', minutes: 8 },
    { step: 'ask', minutes: 2 },
    { step: 'write', minutes: 2 },
  ],
  brief: [
    { step: 'arrive', minutes: 1 },
    { step: 'thanks', minutes: 2 },
    { step: 'matter', minutes: 5 },
    { step: 'write', minutes: 2 },
  ],
  long: [
    { step: 'arrive', minutes: 3 },
    { step: 'round1', minutes: 30 },
    { step: 'round2', minutes: 30 },
    { step: 'round3', minutes: 30 },
    { step: 'write', minutes: 7 },
    { step: 'close', minutes: 3 },
  ],
  evening: [
    { step: 'arrive', minutes: 1 },
    { step: 'light', minutes: 15 },
    { step: 'warm', minutes: 15 },
    { step: 'deep', minutes: 15 },
    { step: 'close', minutes: 2 },
  ],
};

/** How many minutes a form is meant to take. */
export function minutesOf(form: Form): number {
  return stepsOf[form].reduce((sum, { minutes }) => sum + minutes, 0);
}

export const ritualRhythms = ['weekly', 'daily'] as const;
export type RitualRhythm = (typeof ritualRhythms)[number];

/** What a note for a talk is: what I would like to bring up, a thank-you, or something I would ask for. */
export const noteKinds = ['need', 'value', 'dream', 'fear', 'secret', 'failure', 'gratitude', 'ask'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Whether it can be brought. Thanks and asks have steps of their own, in which they stand beside their writer alone. */
export function mayBring(kind: NoteKind): boolean {
  return kind !== 'gratitude' && kind !== 'ask';
}

/** Who will do what was agreed to. */
export const doers = ['me', 'partner', 'both'] as const;
export type Doer = (typeof doers)[number];

/** What became of a commitment; `changed` by another that takes its place. */
export const outcomes = ['kept', 'changed', 'letgo'] as const;
export type Outcome = (typeof outcomes)[number];

/** A part of a talk's record: what one of us said, or what we will try. */
export const recordParts = ['said', 'try'] as const;
export type RecordPart = (typeof recordParts)[number];

/** In characters. */
export const longestNoteTitle = 120;
export const longestNote = 5000;
export const longestCommitment = 280;
export const longestPart = 5000;

/** Days before a talk from which it asks whether there is anything to bring. */
export const prepDays = 3;
/** Hours within which a talk for which somebody is not able to listen is moved. */
export const moveHours = 24;
/** The shortest and longest break, in minutes. */
export const shortestBreak = 20;
export const longestBreak = 24 * 60;
