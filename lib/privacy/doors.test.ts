import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

// Who may go around row-level security, file by file. A new one must be put here knowingly.
const systemDoor = [
  'app/api/invites/[id]/confirm/route.ts',
  'app/api/invites/[id]/route.ts',
  'app/api/invites/accept/route.ts',
  'app/api/invites/acceptance/route.ts',
  'app/api/invites/find/route.ts',
  'app/api/invites/route.ts',
  'lib/accounts/address.ts',
  'lib/accounts/deletion.ts',
  'lib/accounts/mail-tokens.ts',
  'lib/accounts/password-change.ts',
  'lib/accounts/sign-up.ts',
  'lib/auth/options.ts',
  'lib/auth/password.ts',
  'lib/auth/sessions.ts',
  'lib/demo/couple.ts',
  'lib/invites/queries.ts',
  'lib/jobs/tasks/clean.ts',
  'lib/jobs/tasks/rewrap-vault-keys.ts',
  'lib/jobs/tasks/tell-due.ts',
];
const bareClients = ['lib/http/limit.ts', 'lib/transaction.ts'];

const root = join(import.meta.dirname, '..', '..');

type Import = { file: string; names: string; from: string; isType: boolean };

/** Every import of every file that runs in production, with its target as a path from the root. */
const all: Import[] = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$|^lib\/(testing|generated)\//.test(file))
  .flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const found = [...source.matchAll(/\bimport\s+(type\s+)?([^'"]*?)\s*(?:from\s*)?\(?['"]([^'"]+)['"]/g)];
    return found.map(([, type, names = '', from = '']) => ({
      file,
      names,
      from: resolveImport(file, from),
      isType: Boolean(type),
    }));
  });
const imports = all.filter(({ isType }) => !isType);

function resolveImport(file: string, from: string): string {
  const path = from.startsWith('.') ? relative(root, join(root, dirname(file), from)) : from.replace(/^#/, '');
  return path.replace(/\.tsx?$/, '');
}

const filesThat = (is: (one: Import) => boolean) => [...new Set(imports.filter(is).map(({ file }) => file))].sort();

test('the system’s door is opened by the files named here, and by no other', () => {
  expect(filesThat(({ from, names }) => from === 'lib/transaction' && /\basSystem\b|\*/.test(names))).toEqual(
    systemDoor,
  );
});

test('without a session only the feed reads what somebody wrote', () => {
  expect(filesThat(({ from, names }) => from === 'lib/transaction' && /\breadAsCalendar\b|\*/.test(names))).toEqual([
    'app/api/calendar/[file]/route.ts',
  ]);
});

test('nobody has a bare client but those who open a scope or count attempts', () => {
  expect(filesThat(({ from, names }) => from === 'lib/db' && /\b(?:database|systemPool)\b|\*/.test(names))).toEqual(
    bareClients,
  );
});

test('what runs in a browser reaches no database, no vault and no secret', () => {
  const inBrowser = (file: string) =>
    file.startsWith('components/') && /^['"]use client['"]/.test(readFileSync(join(root, file), 'utf8'));
  const server =
    /^lib\/(?:db|transaction|vault|env|mail|log|database-error|jobs|boot|auth|accounts|http\/(?!next-path|loopback))|\/(?:queries|give-answer|tokens)$/;
  expect(imports.filter(({ file, from }) => server.test(from) && inBrowser(file))).toEqual([]);
});

test('arrows run one way: app, components, lib', () => {
  const wrong = imports.filter(
    ({ file, from }) =>
      (file.startsWith('lib/') && /^(?:app|components)\//.test(from)) ||
      (file.startsWith('components/') && from.startsWith('app/')) ||
      (file.startsWith('components/ui/') && /^(?:lib|app)\/|^components\/(?!ui\/)/.test(from)),
  );
  expect(wrong).toEqual([]);
});

// Which noun knows which, types too. Each knows only those that stand above it, so that there is no circle; one that needs
// what stands below it is given it by the route or page. A noun's `kinds` are words for everybody.
const knows: Record<string, string[]> = {
  auth: [],
  accounts: ['auth'],
  invites: ['auth'],
  prompts: ['auth'],
  couples: [],
  feelings: [],
  journal: ['auth', 'feelings'],
  sharings: [],
  thanks: [],
  turns: [],
  cards: [],
  ideas: ['cards'],
  plans: ['cards', 'ideas', 'turns'],
  talks: ['prompts'],
  news: [],
  bids: [],
  calendar: ['plans', 'talks'],
};
const edges = ['boot', 'demo', 'events', 'generated', 'http', 'i18n', 'jobs', 'privacy', 'realtime', 'testing'];

test('a noun knows those it is said to know, and those only', () => {
  const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...Object.keys(knows), ...edges].sort());

  const nounOf = (path: string) => path.match(/^lib\/(\w+)\//)?.[1] ?? '';
  const found: Record<string, string[]> = Object.fromEntries(Object.keys(knows).map((noun) => [noun, []]));
  for (const { file, from } of all) {
    const [noun, other] = [nounOf(file), nounOf(from)];
    if (noun === other || !(other in knows) || from.endsWith('/kinds')) continue;
    if (!found[noun]?.includes(other)) found[noun]?.push(other);
  }
  for (const others of Object.values(found)) others.sort();
  expect(found).toEqual(knows);
  const order = Object.keys(knows);
  for (const [noun, others] of Object.entries(knows))
    for (const other of others)
      expect(order.indexOf(other), `${noun} knows ${other}`).toBeLessThan(order.indexOf(noun));
  expect(all.filter(({ file, from }) => file.endsWith('/kinds.ts') && !from.endsWith('/kinds'))).toEqual([]);
});

test('the imports were read', () => {
  expect(imports.length).toBeGreaterThan(500);
});
