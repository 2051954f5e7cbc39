import type { Family } from '#lib/feelings/kinds';
import type { Wheel, Word } from '#lib/feelings/wheel';

/** The words of some ids, in the order of the ids; what the wheel does not know is passed over. */
export function wordsOf(list: readonly Word[], ids: readonly string[]): Word[] {
  return ids.flatMap((id) => list.find((word) => word.id === id) ?? []);
}

/** Feelings by id, each with the family it belongs to. */
export function feelingsOf(wheel: Wheel, ids: readonly string[]): (Word & { family: Family })[] {
  return ids.flatMap((id) => {
    const family = wheel.families.find(({ feelings }) => feelings.some((word) => word.id === id));
    const word = family?.feelings.find((one) => one.id === id);
    return family && word ? { ...word, family: family.id } : [];
  });
}

/** The families that some feelings belong to, those with most of them first. */
export function familiesOf(wheel: Wheel, ids: readonly string[]): Family[] {
  const times = (family: Family) => feelingsOf(wheel, ids).filter((word) => word.family === family).length;
  return wheel.families
    .map(({ id }) => id)
    .filter((id) => times(id) > 0)
    .sort((a, b) => times(b) - times(a));
}
