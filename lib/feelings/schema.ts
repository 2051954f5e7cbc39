import { z } from 'zod';
import { families } from '#lib/feelings/kinds';
import { type Locale, locales } from '#lib/i18n/locales';
import { line } from '#lib/text';

const id = z.string().regex(/^[a-z]+(?:-[a-z]+){0,4}$/);

function inAll<Words extends z.ZodType>(words: Words) {
  return Object.fromEntries(locales.map((locale) => [locale, words])) as Record<Locale, Words>;
}

/** A family's name, and in one line what its feelings ask for: content/feelings/families.json. */
export const familyEntry = z.strictObject({
  id: z.enum(families),
  ...inAll(z.strictObject({ name: line(16), asks: line(80) })),
});

/**
 * A feeling: content/feelings/words.json, within a family from faint to strong. It finishes "I feel …" and "Siento …". In Spanish it
 * is a thing one feels, never how one is: so it agrees with nobody's gender, and stands as well after "sentí".
 */
export const feeling = z.strictObject({ id, family: z.enum(families), ...inAll(line(24)) });

/** What one needs, and the families it answers: content/feelings/needs.json. It finishes "I need …" and "Necesito …". */
export const need = z.strictObject({ id, families: z.array(z.enum(families)).nonempty().max(3), ...inAll(line(36)) });

/** What one notices in the body, from head to foot: content/feelings/body.json. */
export const sensation = z.strictObject({ id, ...inAll(line(24)) });

/** What it may be around: content/feelings/around.json. It finishes "It has to do with …" and "Tiene que ver con …". */
export const surrounding = z.strictObject({ id, ...inAll(line(24)) });
