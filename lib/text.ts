import { z } from 'zod';

// Line breaks and tabs are writing; other control characters, lone surrogates and
// the characters that flip the direction of what follows are not.
const writable = /^[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]*$/u;
const writableLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u;

/** Counts characters as people do who type them: by code points. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** Longest text anybody can write at once, in characters. */
export const longestText = 5000;

/** Something written, over as many lines as it takes: 1 to `max` characters, kept byte for byte but for blank ends. */
export function text(max: number = longestText) {
  return z
    .string()
    .max(max * 4)
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .regex(writableLines)
        .refine((value) => countCharacters(value) <= max, { params: { problem: 'too_long' } }),
    );
}

/** One line, such as a name: 1 to `max` characters. */
export function line(max: number) {
  return z
    .string()
    .max(max * 4)
    .trim()
    .min(1)
    .regex(writable)
    .refine((value) => countCharacters(value) <= max, { params: { problem: 'too_long' } });
}
