import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { call } from '#lib/http/call';
import type { RouteHandler } from '#lib/http/route';
import { ideas } from '#lib/ideas/library';
import { createPerson, type Person } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';

// Routes that somebody signed out may ask. A new one must be put here knowingly.
const open = [
  'GET calendar/[file]',
  'POST accounts',
  'POST invites/find',
  'POST password-resets',
  'PUT address-confirmations/[token]',
  'PUT password-resets/[token]',
];

const id = '00000000-0000-4000-8000-000000000000';
const password = 'quiet mornings with you';

// A good body for each route that takes one, so that what is refused is refused for another reason.
const bodies: Record<string, unknown> = {
  'POST accounts': { name: 'Mika', email: 'mika@nearer.test', password, locale: 'en', timeZone: 'Europe/Madrid' },
  'PATCH account': { name: 'Mika' },
  'DELETE account': { password },
  'PUT account/email': { email: 'mika@nearer.test', password },
  'PUT account/password': { current: password, password },
  'PUT bids/[id]': { kind: 'hug' },
  'PUT bids/[id]/answer': { answer: 'now' },
  'PUT calendar': { showsTitles: false },
  'PUT card': { likes: ['cooking'], noes: [], words: {} },
  'PUT card/showing': { shown: false },
  'PUT check-ins/[id]': { feelings: ['glad'] },
  'PATCH couple': { timeZone: 'Europe/Madrid' },
  'PUT ideas/[ideaId]/rating': { novelty: 'new', pull: 'yes' },
  'PUT commitments/[id]': { text: 'Words', doer: 'me', reviewOn: '2026-11-30' },
  'PUT commitments/[id]/outcome': { outcome: 'kept' },
  'PUT entries/[id]': { form: 'free', after: 0 },
  'PUT entries/lock': { minutes: 15, password },
  'PUT entries/opening': { password },
  'PUT fondness/[id]': { text: 'Words' },
  'POST invites': { id },
  'POST invites/accept': { code: 'ABCD-EFGH' },
  'POST invites/find': { code: 'ABCD-EFGH' },
  'POST invites/[id]/confirm': { accepterId: 'x' },
  'PUT news/[id]': { text: 'Words' },
  'PUT news/[id]/answers/[answerId]': { kind: 'great', text: 'Words' },
  'PUT notes/[id]': { kind: 'need', title: 'Words' },
  'PUT notes/[id]/bringing': { lend: true },
  'PUT observations/[id]': { text: 'Words' },
  'POST password-resets': { email: 'mika@nearer.test' },
  'PUT password-resets/[token]': { password },
  'PUT plans/[id]': { kind: 'together', title: 'Swim' },
  'PUT plans/[id]/agreement': { n: 1 },
  'PUT plans/[id]/felt': { id, text: 'Words' },
  'PUT plans/[id]/lived': { day: '2026-11-23' },
  'PUT plans/[id]/postponement': { n: 1, until: '2026-11-30' },
  'PUT plans/[id]/rating': { novelty: 'new', pull: 'yes' },
  'PUT plans/[id]/seal': { opens: { day: '2026-11-30', time: '19:30' } },
  'PUT plans/[id]/teaser': { when: { day: '2026-11-30' } },
  'PUT plans/[id]/versions/[versionId]': { kind: 'countered', after: 1, title: 'Swim' },
  'PUT prompts/[id]': { words: 'Why so?', topic: 'joy', depth: 'light' },
  'PUT prompts/[id]/answer': { id, text: 'Words' },
  'PUT prompts/[id]/draft': { text: 'Words' },
  'PUT prompts/[id]/readiness': { ready: true },
  'PUT prompts/[id]/responses/[responseId]': { intent: 'cared', text: 'Words' },
  'PUT ritual': { rhythm: 'weekly', weekday: 7, time: '20:30', form: 'full' },
  'PUT ritual/agreement': { rhythm: 'weekly', weekday: 7, time: '20:30', form: 'full' },
  'PUT sharings/[id]': { how: 'alone', words: { felt: 'Words' } },
  'PUT sharings/[id]/answers/[answerId]': { intent: 'cared', text: 'Words' },
  'POST talks': { id, form: 'short', phones: 2 },
  'PUT talks/[id]/approval': { n: 1 },
  'POST talks/[id]/commands': { moment: 1, command: { name: 'yes' } },
  'PUT talks/[id]/parts/[partId]': { kind: 'said', text: 'Words', after: 0 },
  'PUT talks/days/[day]': { startsAt: { day: '2026-11-30', time: '19:30' } },
  'PUT thanks/[id]': { did: 'Words', give: 'kept' },
  'PUT thanks/[id]/answer': { text: 'Words' },
  'PUT thanks/[id]/showing': { way: 'hug', isShown: true },
  'PUT turn': { rhythm: 'weekly', first: 'me' },
  'POST turn/skip': { n: 1, holder: 'me' },
  'POST turn/swap': { n: 1, holder: 'me' },
};
// Bodies of which every field may be left out.
const mayBeEmpty = ['PUT plans/[id]/seal', 'PUT notes/[id]/bringing'];
const queries: Record<string, Record<string, string>> = { 'GET events': { after: '0' } };
const values: Record<string, string> = {
  id,
  responseId: id,
  answerId: id,
  versionId: id,
  partId: id,
  matterId: id,
  day: '2026-11-29',
  kind: 'felt',
  topic: 'joy',
  token: 'x'.repeat(43),
  taste: 'cooking',
  ideaId: ideas[0]?.id ?? '',
  file: `${'x'.repeat(43)}.ics`,
};

const root = join(import.meta.dirname, '..', '..', 'app', 'api');
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const files = globSync('**/route.ts', { cwd: root }).filter((file) => !file.startsWith('auth/'));

type Found = { name: string; method: string; handler: RouteHandler; params: Record<string, string> };

const found: Found[] = (
  await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
      const path = file.replace(/\/?route\.ts$/, '');
      const params = Object.fromEntries(
        [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => [name, values[name] ?? '']),
      );
      return Object.entries(module).map(([method, handler]) => ({
        name: `${method} ${path}`,
        method,
        handler: handler as RouteHandler,
        params,
      }));
    }),
  )
).flat();

let person: Person;
/** Somebody whose token is good and whose session has ended. */
let gone: Person;
beforeAll(async () => {
  person = await createPerson();
  gone = await createPerson();
  await asSystem((db) => db.session.delete({ where: { id: gone.sessionId } }));
});

test('there are routes, and each exports nothing but methods made by route()', () => {
  expect(found.length).toBeGreaterThan(25);
  for (const { name, method, handler } of found) {
    expect(methods, name).toContain(method);
    expect(handler.isRoute, name).toBe(true);
    expect(name in bodies, `${name} in the list of bodies`).toBe(handler.takesBody);
  }
});

describe.each(found)('$name', ({ name, method, handler, params }) => {
  const isChange = method !== 'GET' && method !== 'HEAD';

  const good = { params, query: queries[name], ...(handler.takesBody && { body: bodies[name] }) };

  test('signed out', async () => {
    const { status, body } = await call(null, handler, method, good);
    if (open.includes(name)) expect(status).not.toBe(401);
    else expect([status, (body.error as { code?: string })?.code]).toEqual([401, 'unauthenticated']);
  });

  test.runIf(!open.includes(name))('with a session that has ended', async () => {
    const { status, body } = await call(gone, handler, method, good);
    expect([status, (body.error as { code?: string })?.code]).toEqual([401, 'unauthenticated']);
  });

  test.runIf(isChange)('asked for by another site', async () => {
    const { status, body } = await call(person, handler, method, {
      params,
      body: {},
      headers: { origin: 'https://elsewhere.test' },
    });
    expect([status, body.error]).toEqual([403, expect.objectContaining({ code: 'foreign_origin' })]);
  });

  test.runIf(handler.takesBody)(
    'with what is no JSON, no object, too much of it, or fields that nobody knows',
    async () => {
      const deep = '['.repeat(20_000) + ']'.repeat(20_000);
      for (const [body, status] of [
        ['{"a":', 400],
        ['\u0000', 400],
        ['', 400],
        ['"text"', 422],
        ['null', 422],
        ['[]', 422],
        [deep, 422],
        ...(mayBeEmpty.includes(name) ? [] : [['{}', 422] as const]),
        ['{"id":"\\ud800"}', 422],
        [JSON.stringify({ ...(bodies[name] as object), 'no such field': 1 }), 422],
        [JSON.stringify(bodies[name]).replace('{', '{"__proto__":{"id":1},'), 422],
        [JSON.stringify({ ...(bodies[name] as object), text: 'x'.repeat(1_000_000) }), 413],
      ] as const) {
        const answer = await call(person, handler, method, { params, body });
        expect(answer.status, `${body.slice(0, 60)}: ${JSON.stringify(answer.body)}`).toBe(status);
        expect(answer.body).toEqual({
          error: expect.objectContaining({
            code: expect.any(String),
            message: expect.any(String),
            requestId: expect.any(String),
          }),
        });
        expect(JSON.stringify(answer.body)).not.toMatch(/\.tsx?:\d|node_modules|prisma|postgres|\bselect\b/i);
      }
    },
  );

  test('is never kept by a cache', async () => {
    const { headers } = await call(person, handler, method, { params, ...(isChange && { body: {} }) });
    expect(headers.get('cache-control')).toContain('no-store');
  });
});
