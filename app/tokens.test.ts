import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { families } from '#lib/feelings/kinds';

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
const tokens: Record<Theme, Record<string, string>> = { light: {}, dark: {} };
for (const [, name = '', light = '', dark = ''] of css.matchAll(
  /--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
)) {
  tokens.light[name] = light;
  tokens.dark[name] = dark;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, front: string, back: string) {
  const [frontColour, backColour] = [tokens[theme][front], tokens[theme][back]];
  if (!frontColour || !backColour) throw new Error(`No such token: ${front} or ${back}`);
  const [low = 0, high = 0] = [luminance(frontColour), luminance(backColour)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'sunk', 'lifted'];
const tints = ['mine-tint', 'theirs-tint', 'ours-tint', 'calm-tint', 'danger-tint'];
const meanings = ['mine', 'theirs', 'ours', 'calm', 'danger'];
// Filled with nothing that is written on.
const hues: readonly string[] = families;

describe.each<Theme>(['light', 'dark'])('%s', (theme) => {
  const textPairs = [
    ...['ink', 'muted'].flatMap((text) => [...grounds, ...tints].map((ground) => [text, ground])),
    ...meanings.flatMap((text) => [...grounds, `${text}-tint`].map((ground) => [text, ground])),
    ...hues.flatMap((text) => [...grounds, `${text}-tint`].map((ground) => [text, ground])),
    ...hues.flatMap((hue) => ['ink', 'muted'].map((text) => [text, `${hue}-tint`])),
    ...meanings.map((fill) => ['on-fill', fill]),
    ['on-fill', 'ours-deep'],
  ] as [string, string][];

  test.each(textPairs)('text %s on %s reaches 4.5', (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  const controlPairs = [
    ...[...grounds, ...tints].map((ground) => ['edge', ground]),
    ...hues.map((hue) => ['edge', `${hue}-tint`]),
    ...[...meanings, ...hues].flatMap((fill) => grounds.map((ground) => [fill, ground])),
  ] as [string, string][];

  test.each(controlPairs)('control %s on %s reaches 3', (control, ground) => {
    expect(contrast(theme, control, ground)).toBeGreaterThanOrEqual(3);
  });
});
