import { globSync, readFileSync } from 'node:fs';
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
  'lib/jobs/tasks/reveal-surprises.ts',
  'lib/jobs/tasks/rewrap-vault-keys.ts',
];
const bareClients = ['lib/http/limit.ts', 'lib/transaction.ts'];

const root = join(import.meta.dirname, '..', '..');

type Import = { file: string; names: string; from: string };

/** Every import of every file that runs in production, with its target as a path from the root. */
const imports: Import[] = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$|^lib\/(testing|generated)\//.test(file))
  .flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const found = [...source.matchAll(/\bimport\s+(type\s+)?([^'"]*?)\s*(?:from\s*)?\(?['"]([^'"]+)['"]/g)];
    return found
      .filter(([, isType]) => !isType)
      .map(([, , names = '', from = '']) => ({ file, names, from: resolveImport(file, from) }));
  });

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
    /^lib\/(?:db|transaction|vault|env|mail|log|database-error|jobs|boot|auth|accounts|http\/(?!next-path))|\/(?:queries|give-answer|tokens)$/;
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

test('the imports were read', () => {
  expect(imports.length).toBeGreaterThan(500);
});
