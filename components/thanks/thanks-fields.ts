import { addDays, type Day, dayIn, timeIn } from '#lib/clock';
import type { ThanksWay } from '#lib/thanks/kinds';
import type { ThanksView } from '#lib/thanks/view';

/** When it is given: `kept` while one is alone. */
export type ThanksWhen = 'now' | 'time' | 'talk' | 'kept';

export type ThanksFields = {
  did: string;
  says: string;
  was: string;
  way: ThanksWay | '';
  when: ThanksWhen;
  day: string;
  time: string;
};

/** A new one; given tomorrow morning, where a time is wanted. */
export function newFields(today: Day, did = ''): ThanksFields {
  return { did, says: '', was: '', way: '', when: 'now', day: addDays(today, 1), time: '08:00' };
}

/** One that waits, to be written on. */
export function fieldsOf({ words, way, waitsFor }: ThanksView, zone: string, today: Day): ThanksFields {
  const at = waitsFor && waitsFor !== 'talk' ? new Date(waitsFor) : null;
  return {
    ...newFields(today, words?.did),
    says: words?.says ?? '',
    was: words?.was ?? '',
    way: way ?? '',
    when: waitsFor === 'talk' ? 'talk' : at ? 'time' : 'kept',
    ...(at && { day: dayIn(zone, at), time: timeIn(zone, at) }),
  };
}

/** What the route takes: a line left empty is none. */
export function toThanksBody({ did, says, was, way, when, day, time }: ThanksFields, isAlone: boolean) {
  const kept = when === 'talk' ? 'talk' : 'kept';
  const give = isAlone ? kept : when === 'time' ? { day, time } : when;
  return {
    did,
    ...(says.trim() && { says }),
    ...(was.trim() && { was }),
    ...(way && { way }),
    give,
  };
}
