import { z } from 'zod';
import { type Locale, locales } from '#lib/i18n/locales';
import { costs, energies, fits, novelties, pulls, sites, spans, type Taste, tastes, uses } from '#lib/ideas/kinds';
import { line } from '#lib/text';

/** The one thing to do and what makes it new; and a first step that takes two minutes. */
const words = z.strictObject({ title: line(48), what: line(190), step: line(130) });

/** An idea for two, with its words in every language: content/ideas/<area>.json. */
export const idea = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z0-9]+){1,4}$/),
  tastes: z
    .array(z.enum(tastes as [Taste, ...Taste[]]))
    .min(1)
    .max(4),
  cost: z.enum(costs),
  time: z.enum(spans),
  energy: z.enum(energies),
  place: z.enum(sites),
  uses: z.array(z.enum(uses)).nonempty(),
  fits: z.array(z.enum(fits)).nonempty().optional(),
  /** Presumes children. */
  children: z.literal(true).optional(),
  ...(Object.fromEntries(locales.map((locale) => [locale, words])) as Record<Locale, typeof words>),
});

export const ideaParams = z.strictObject({ ideaId: z.string().max(60) });

/** How new it is to us, and how much it draws me. */
export const ratingBody = z.strictObject({ novelty: z.enum(novelties), pull: z.enum(pulls) });
