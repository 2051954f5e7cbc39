import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RouteHandler } from '#lib/http/route';
import { call, createPerson, type Person } from '#lib/testing/people';

// Routes that somebody signed out may ask. A new one must be put here knowingly.
const open = [
  'POST accounts',
  'POST invites/find',
  'POST password-resets',
  'PUT address-confirmations/[token]',
  'PUT password-resets/[token]',
];

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
        [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => [name, '00000000-0000-4000-8000-000000000000']),
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
beforeAll(async () => {
  person = await createPerson();
});

test('there are routes, and each exports nothing but methods made by route()', () => {
  expect(found.length).toBeGreaterThan(25);
  for (const { name, method, handler } of found) {
    expect(methods, name).toContain(method);
    expect(handler.isRoute, name).toBe(true);
  }
});

describe.each(found)('$name', ({ name, method, handler, params }) => {
  const isChange = method !== 'GET' && method !== 'HEAD';

  test('signed out', async () => {
    const { status, body } = await call(null, handler, method, { params, ...(isChange && { body: {} }) });
    if (open.includes(name)) expect([200, 201, 202, 204, 404, 410, 422]).toContain(status);
    else expect([status, (body.error as { code?: string })?.code]).toEqual([401, 'unauthenticated']);
  });

  test('with a session that has ended', async () => {
    const ended = { ...person, cookie: `${person.cookie}x` };
    const { status } = await call(ended, handler, method, { params, ...(isChange && { body: {} }) });
    if (!open.includes(name)) expect(status).toBe(401);
  });

  test.runIf(isChange)('asked for by another site', async () => {
    const { status, body } = await call(person, handler, method, {
      params,
      body: {},
      headers: { origin: 'https://elsewhere.test' },
    });
    expect([status, body.error]).toEqual([403, expect.objectContaining({ code: 'foreign_origin' })]);
  });

  test.runIf(isChange)('with what is no JSON, no object, too much of it, or fields that nobody knows', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    for (const body of [
      '{"a":',
      '"text"',
      'null',
      '[]',
      deep,
      JSON.stringify({ text: 'x'.repeat(1_000_000) }),
      JSON.stringify({ 'no such field': 1, __proto__: { id: 1 } }),
      '\u0000',
      '{"id":"\\ud800"}',
    ]) {
      const answer = await call(person, handler, method, { params, body });
      // A route that takes no body does not read it.
      expect(
        [200, 204, 400, 404, 409, 410, 413, 422, 429],
        `${body.slice(0, 40)}: ${JSON.stringify(answer.body)}`,
      ).toContain(answer.status);
      if (answer.status >= 400) {
        expect(Object.keys(answer.body)).toEqual(['error']);
        expect(answer.body.error).toMatchObject({
          code: expect.any(String),
          message: expect.any(String),
          requestId: expect.any(String),
        });
        expect(JSON.stringify(answer.body)).not.toMatch(/\.tsx?:\d|node_modules|prisma|postgres|\bselect\b/i);
      }
    }
  });

  test('is never kept by a cache', async () => {
    const { headers } = await call(person, handler, method, { params, ...(isChange && { body: {} }) });
    expect(headers.get('cache-control')).toContain('no-store');
  });
});
