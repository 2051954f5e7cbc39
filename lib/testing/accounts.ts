import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, runOnce } from 'graphile-worker';
import { simpleParser } from 'mailparser';
import type { Server } from 'socket.io';
import * as accounts from '#app/api/accounts/route';
import * as auth from '#app/api/auth/[...nextauth]/route';
import { readIdentity, sessionCookieName } from '#lib/auth/identity';
import { systemPool } from '#lib/db';
import { env, setEnv } from '#lib/env';
import type { EventView } from '#lib/events/catalogue';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { workerSchema } from '#lib/jobs/catalogue';
import { preset, taskList } from '#lib/jobs/worker';
import type { Person } from '#lib/testing/people';
import { transaction } from '#lib/transaction';

export const goodPassword = 'quiet mornings with you';

export function newAddress(): string {
  return `${randomUUID()}@nearer.test`;
}

/** Headers of a browser that nobody has seen before, so that no limit on addresses is met. */
export function fromAnywhere(): Record<string, string> {
  return { 'x-forwarded-for': randomUUID(), 'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:150.0) Firefox/150.0' };
}

/** Signs up through the API. */
export function signUp(fields: Record<string, unknown>, headers: Record<string, string> = fromAnywhere()) {
  const body = { name: 'Mika', password: goodPassword, locale: 'en', timeZone: 'Europe/Madrid', ...fields };
  return call(null, accounts.POST, 'POST', { body, headers });
}

/** Asks next-auth's route for an action, as a browser with these cookies. */
export async function askAuth(
  action: string,
  ask: { method?: 'GET' | 'POST'; cookie?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers; cookies: Record<string, string> }> {
  const { method = 'GET', cookie, headers, body } = ask;
  const request = new Request(`http://nearer.test/api/auth/${action}`, {
    method,
    headers: {
      host: 'nearer.test',
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const context = { params: Promise.resolve({ nextauth: action.split('/') }) };
  const response = await (method === 'GET' ? auth.GET : auth.POST)(request, context);
  const text = await response.text();
  const cookies = response.headers.getSetCookie().map((line) => (line.split(';')[0] ?? '').split(/=(.*)/s));
  return {
    status: response.status,
    body: text.startsWith('{') ? JSON.parse(text) : {},
    headers: response.headers,
    cookies: Object.fromEntries(cookies),
  };
}

function joinCookies(cookies: Record<string, string>): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

/** Signs in as a browser does: a token against forgery first, then the address and password. */
export async function signIn(
  email: string,
  password: string = goodPassword,
  options: { headers?: Record<string, string>; cookie?: string } = {},
) {
  const headers = options.headers ?? fromAnywhere();
  const csrf = await askAuth('csrf', { headers });
  return askAuth('callback/credentials', {
    method: 'POST',
    headers,
    cookie: [options.cookie, joinCookies(csrf.cookies)].filter(Boolean).join('; '),
    body: { email, password, csrfToken: csrf.body.csrfToken, json: 'true' },
  });
}

/** The signed-in person of an answer of `signIn`. */
export async function personOf(answer: { cookies: Record<string, string> }): Promise<Person> {
  const cookie = `${sessionCookieName()}=${answer.cookies[sessionCookieName()]}`;
  const identity = await readIdentity(cookie);
  if (!identity) throw new Error('not signed in');
  const member = await transaction(identity, async (scope) => scope.member);
  return { ...identity, coupleId: member.coupleId, name: member.name, cookie };
}

/** Somebody who has signed up and in through the API. */
export async function newcomer(
  fields: Record<string, unknown> & { email?: string; password?: string } = {},
): Promise<Person & { email: string; password: string }> {
  const { email = newAddress(), password = goodPassword } = fields;
  await signUp({ ...fields, email, password });
  return { ...(await personOf(await signIn(email, password))), email, password };
}

/** Does all jobs that wait. */
export async function runJobs(): Promise<void> {
  await runOnce({
    preset,
    // One of its own it would leave to close by itself, while the database is dropped.
    pgPool: systemPool(),
    schema: workerSchema,
    taskList,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
}

/** Writes this file's mails into a folder of its own. Call it once, before anything is mailed. */
export function useMailFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nearer-mail-'));
  setEnv({ DATA_DIR: folder });
  return folder;
}

export type SentMail = { subject: string; text: string; html: string; token: string; link: string };

/** Does the waiting jobs, and reads what was ever mailed to an address, the oldest first. */
export async function mailsTo(address: string): Promise<SentMail[]> {
  await runJobs();
  const folder = join(env.DATA_DIR, 'mail');
  if (!existsSync(folder)) return [];
  const all = await Promise.all(
    readdirSync(folder)
      .sort()
      .map((file) => simpleParser(readFileSync(join(folder, file)))),
  );
  return all
    .filter(({ to }) => [to].flat().some((one) => one?.text.toLowerCase() === address.toLowerCase()))
    .map(({ subject = '', text = '', html }) => {
      const link = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
      return { subject, text, html: html || '', link, token: link.split('/').at(-1) ?? '' };
    });
}

/** Stands in for the sockets, and notes what is sent and which rooms are cut. */
export function watchSockets() {
  const seen = { cut: [] as string[], events: [] as EventView[], refreshed: [] as string[] };
  holdSockets({
    to: (room: string) => ({
      emit: (name: string, event: EventView) =>
        name === 'event' ? seen.events.push(event) : seen.refreshed.push(room),
    }),
    in: (room: string) => ({ disconnectSockets: () => seen.cut.push(room) }),
  } as unknown as Server);
  return seen;
}
