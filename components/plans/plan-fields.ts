import type { ContentView, WhenView } from '#lib/plans/view';

/** When, as the fields of a form hold it: '' for what is not said. */
export type WhenFields = { day: string; time: string; minutes: string };

/** A plan as its form holds it. */
export type PlanFields = WhenFields & { title: string; text: string };

export const emptyPlan: PlanFields = { title: '', text: '', day: '', time: '', minutes: '' };

type When = Pick<WhenView, 'day' | 'time' | 'minutes'>;

export function toWhenFields(when: When | null): WhenFields {
  return { day: when?.day ?? '', time: when?.time ?? '', minutes: when?.minutes ? String(when.minutes) : '' };
}

export function toPlanFields(content: Pick<ContentView, 'title' | 'text'> | null, when: When | null): PlanFields {
  return { title: content?.title ?? '', text: content?.text ?? '', ...toWhenFields(when) };
}

/** What a route takes: time and length hang on the day. */
export function toWhenBody({ day, time, minutes }: WhenFields) {
  if (!day) return undefined;
  return { day, ...(time && { time }), ...(minutes && { minutes: Number(minutes) }) };
}

export function toPlanBody(fields: PlanFields, ideaId: string | null | undefined) {
  return {
    title: fields.title,
    ...(fields.text.trim() && { text: fields.text }),
    ...(ideaId && { ideaId }),
    when: toWhenBody(fields),
  };
}

/** Two versions in one, to begin with: what both say, and the time of the last. */
export function joinFields(first: PlanFields, last: PlanFields, longestTitle: number): PlanFields {
  const title = joinWords(first.title, last.title, ' + ');
  return {
    ...last,
    ...(!last.day && toWhenFieldsOf(first)),
    title: [...title].length > longestTitle ? last.title : title,
    text: joinWords(first.text, last.text, '\n\n'),
  };
}

function joinWords(first: string, last: string, between: string): string {
  if (first.trim() === last.trim()) return last;
  return [first, last].filter((words) => words.trim()).join(between);
}

function toWhenFieldsOf({ day, time, minutes }: PlanFields): WhenFields {
  return { day, time, minutes };
}
