import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dispatchMalformed, loadDispatcher } from '#lib/http/dispatch';
import { log } from '#lib/log';
import { createPerson, type Person } from '#lib/testing/people';

let person: Person;
const servers: Server[] = [];

beforeAll(async () => {
  person = await createPerson();
  const api = join(import.meta.dirname, '..', '..', 'app', 'api');
  for (const [name, dispatch] of [
    ['production', await loadDispatcher(api)],
    ['development', dispatchMalformed],
  ] as const) {
    const server = createServer((incoming, outgoing) => {
      if (!dispatch(incoming, outgoing)) outgoing.writeHead(299).end('Next');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    ports[name] = (server.address() as AddressInfo).port;
  }
});
afterAll(() => {
  for (const server of servers) server.close();
});

const ports: Record<string, number> = {};

async function ask(method: string, path: string, { mode = 'production', host = 'nearer.test' } = {}) {
  const asked = request({ port: ports[mode], host: '127.0.0.1', method, path, headers: { host } });
  asked.setHeader('cookie', person.cookie);
  asked.end();
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode as number, headers: response.headers, text };
}

const shape = (code: string) => ({
  error: { code, message: expect.any(String), requestId: expect.any(String) },
});

describe('what no route takes is refused in the one shape', () => {
  test.each([
    ['GET', '/api', 404, 'not_found', undefined],
    ['GET', '/api/nothing', 404, 'not_found', undefined],
    ['GET', '/api/nothing?x=/../', 404, 'not_found', undefined],
    ['POST', '/api/prompts;x', 404, 'not_found', undefined],
    ['GET', '/api/__proto__', 404, 'not_found', undefined],
    ['GET', '/api/auth', 404, 'not_found', undefined],
    ['GET', '/api/prompts/%zz', 400, 'bad_request', undefined],
    ['GET', '/api/auth/%zz', 400, 'bad_request', undefined],
    ['GET', '/api/%E2/%82', 400, 'bad_request', undefined],
    ['GET', '/api/couple\\x', 400, 'bad_request', undefined],
    ['DELETE', '/api/couple', 405, 'method_not_allowed', 'PATCH'],
    ['OPTIONS', '/api/couple', 405, 'method_not_allowed', 'PATCH'],
    ['TRACE', '/api/couple', 405, 'method_not_allowed', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
    ['PUT', '/api/account', 405, 'method_not_allowed', 'GET, HEAD, PATCH, DELETE'],
  ])('%s %s', async (method, path, status, code, allow) => {
    const answer = await ask(method, path);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, shape(code)]);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.headers.allow?.split(', ').sort()).toEqual(allow?.split(', ').sort());
  });

  test('a host that nobody could mean', async () => {
    const answer = await ask('GET', '/api/account', { host: 'a b' });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, shape('bad_request')]);
  });
});

test('routes answer, HEAD as GET does', async () => {
  expect(await ask('GET', '/api/account')).toMatchObject({ status: 200 });
  expect(await ask('HEAD', '/api/account')).toMatchObject({ status: 200, text: '' });
});

test('pages, and signing in, are Next’s', async () => {
  for (const path of ['/', '/today', '/apiary', '/api/auth/csrf', '/api/auth/callback/credentials']) {
    expect(await ask('GET', path), path).toMatchObject({ status: 299 });
  }
});

test('in development the same holds for what Next would make a fault of ours', async () => {
  const mode = 'development';
  expect(await ask('GET', '/api/prompts/%zz', { mode })).toMatchObject({ status: 400 });
  expect(await ask('TRACE', '/api/prompts', { mode })).toMatchObject({ status: 405 });
  for (const path of ['/api/prompts', '/api/nothing', '/%zz']) {
    expect(await ask('GET', path, { mode }), path).toMatchObject({ status: 299 });
  }
});

test('a client that hangs up in mid-body is no fault of ours', async () => {
  const [info, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
  const socket = connect(ports.production ?? 0, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `PATCH /api/couple HTTP/1.1\r\nhost: nearer.test\r\ncookie: ${person.cookie}\r\n` +
      'content-type: application/json\r\ncontent-length: 100\r\n\r\n{"timeZone":',
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  await vi.waitFor(() => expect(info).toHaveBeenCalledWith(expect.objectContaining({ status: 400 }), 'request'));
  expect(error).not.toHaveBeenCalled();
});
