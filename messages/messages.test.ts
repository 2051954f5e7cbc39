import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { statusOf } from '#lib/error';
import { locales } from '#lib/i18n/locales';

type Tree = { [key: string]: string | Tree };

const folder = new URL('./', import.meta.url);
const [source, ...others] = locales;

const listNamespaces = (locale: string) => readdirSync(new URL(`${locale}/`, folder)).sort();
const read = (locale: string, file: string): Tree =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'));

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? flatten(value, `${path}${key}.`) : [[`${path}${key}`, value] as [string, string]],
  );
}

/** Names and kinds of the arguments and tags of an ICU message: `name`, `count:plural`, `<link>`. */
function findArguments(message: string): string[] {
  const found = new Set<string>();
  let at = 0;
  const readText = (inBranch: boolean) => {
    while (at < message.length) {
      const character = message[at];
      if (character === "'" && /['{}<]/.test(message[at + 1] ?? '')) {
        const end = message[at + 1] === "'" ? at + 1 : message.indexOf("'", at + 1);
        at = end === -1 ? message.length : end + 1;
      } else if (character === '{') readArgument();
      else if (character === '}' && inBranch) return;
      else {
        const tag = character === '<' && /^<([a-z]\w*)\/?>/i.exec(message.slice(at));
        if (tag) found.add(`<${tag[1]}>`);
        at += 1;
      }
    }
  };
  const readArgument = () => {
    const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(at));
    if (!head) throw new Error(`Not an argument at ${at}: ${message}`);
    at += head[0].length;
    found.add(head[2] ? `${head[1]}:${head[2]}` : String(head[1]));
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') {
        at += 1;
        readText(true);
      }
      at += 1;
    }
    at += 1;
  };
  readText(false);
  return [...found].sort();
}

test('findArguments sees through plurals, tags and quotes', () => {
  expect(findArguments("It's {name} <b>{count, plural, one {# day for {who}} other {days}}</b> '{no}'")).toEqual([
    '<b>',
    'count:plural',
    'name',
    'who',
  ]);
});

test('every namespace has its line in messages/types.ts', () => {
  const types = readFileSync(new URL('types.ts', folder), 'utf8');
  for (const file of listNamespaces(source)) expect(types, file).toContain(`'./${source}/${file}'`);
});

test.each(locales)('every way a request can fail has its words: %s', (locale) => {
  const words = read(locale, 'errors.json');
  expect(Object.keys(statusOf).filter((code) => typeof words[code] !== 'string')).toEqual([]);
});

describe.each(locales)('%s', (locale) => {
  test('has the same namespaces', () => {
    expect(listNamespaces(locale)).toEqual(listNamespaces(source));
  });

  describe.each(listNamespaces(locale))('%s', (file) => {
    const messages = flatten(read(locale, file));

    test('is well formed and has no empty value', () => {
      const namespace = file.replace('.json', '');
      const t = createTranslator({
        locale,
        messages: { [namespace]: read(locale, file) },
        timeZone: 'UTC',
        onError: (error) => {
          throw error;
        },
      });
      for (const [key, value] of messages) {
        expect(value.trim(), key).not.toBe('');
        expect(value, key).toBe(value.trim());
        const values = findArguments(value).map((argument) =>
          argument.startsWith('<')
            ? [argument.slice(1, -1), (chunks: unknown) => chunks]
            : [argument.split(':')[0], /:(plural|selectordinal|number|date|time)$/.test(argument) ? 2 : 'other'],
        );
        const path = `${namespace}.${key}` as Parameters<typeof t>[0];
        expect(() => t.rich(path, Object.fromEntries(values)), key).not.toThrow();
      }
    });
  });
});

describe.each(others)('%s says all that the source says', (locale) => {
  test.each(listNamespaces(source))('%s', (file) => {
    const ours = Object.fromEntries(flatten(read(source, file)));
    const theirs = Object.fromEntries(flatten(read(locale, file)));
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
    for (const [key, value] of Object.entries(ours)) {
      expect(findArguments(String(theirs[key])), key).toEqual(findArguments(value));
    }
  });
});
