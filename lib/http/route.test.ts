import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as events from '#app/api/events/route';
import { call } from '#lib/http/call';
import { route } from '#lib/http/route';
import { createPerson } from '#lib/testing/people';

const person = await createPerson();

describe('a query', () => {
  const ask = async (query: string) => {
    const request = new Request(`http://nearer.test/api/events?${query}`, { headers: { cookie: person.cookie } });
    const response = await events.GET(request, { params: Promise.resolve({}) });
    return { status: response.status, body: await response.json() };
  };

  test.each(['after=0', 'after=2147483647'])('%s is taken', async (query) => {
    expect((await ask(query)).status).toBe(200);
  });

  test.each([
    ['', { after: 'required' }],
    ['after=', { after: 'invalid' }],
    ['after=0x10', { after: 'invalid' }],
    ['after=%201', { after: 'invalid' }],
    ['after=-1', { after: 'invalid' }],
    ['after=1e3', { after: 'invalid' }],
    ['after=2147483648', { after: 'too_long' }],
    [`after=${'9'.repeat(400)}`, { after: 'invalid' }],
    ['after=1&after=2', { after: 'invalid' }],
    ['after=1&x=1&x=1', { x: 'invalid' }],
    ['after=1&__proto__=1', { ['__proto__']: 'unknown' }],
  ])('%s is refused', async (query, fields) => {
    expect(await ask(query)).toMatchObject({ status: 422, body: { error: { code: 'invalid', fields } } });
  });
});

test.each(['__proto__', 'constructor', 'toString'])('a field named %s is said to be unknown', async (name) => {
  const handler = route({ body: z.strictObject({ text: z.string() }) }, async () => {});
  const { status, body } = await call(person, handler, 'PUT', { body: `{"text":"x","${name}":{"a":1}}` });
  expect(status).toBe(422);
  const { fields } = body.error as { fields: object };
  expect(Object.entries(fields)).toEqual([[name, 'unknown']]);
});
