import type { WhenFields } from './plan-fields';

/** When a surprise opens: as it begins, at another time, or by hand. '' while nothing was chosen. */
export type OpeningFields = { opens: '' | 'start' | 'time' | 'hand'; opensDay: string; opensTime: string };

export const noOpening: OpeningFields = { opens: '', opensDay: '', opensTime: '' };

/** What is chosen, or else what stands to reason: the beginning where there is one. */
export function openingOf({ opens }: OpeningFields, { day, time }: WhenFields): 'start' | 'time' | 'hand' {
  const hasStart = day !== '' && time !== '';
  if (opens === '' || (opens === 'start' && !hasStart)) return hasStart ? 'start' : 'hand';
  return opens;
}

/** What the route that seals takes. */
export function toSealBody(fields: OpeningFields & WhenFields) {
  const opens = openingOf(fields, fields);
  if (opens === 'start') return { opens: { day: fields.day, time: fields.time } };
  return opens === 'time' ? { opens: { day: fields.opensDay, time: fields.opensTime } } : {};
}
