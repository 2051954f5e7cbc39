import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { Person } from '#lib/testing/people';

/** Somebody's browser: one connection for what it asks, and the socket that it is told by. */
export type Browser = {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Resolves at the next event. */
  event(): Promise<void>;
  close(): void;
};

export async function openBrowser(port: number, { cookie }: Person): Promise<Browser> {
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], extraHeaders: { cookie } });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: (method, path, body) => ask({ port, agent, method, path, headers: { cookie } }, body),
    event: () => new Promise((resolve) => socket.once('event', () => resolve())),
    close() {
      socket.disconnect();
      agent.destroy();
    },
  };
}

type Target = { port: number; agent: Agent; method: string; path: string; headers: Record<string, string> };

function ask<T>({ headers, ...target }: Target, body?: unknown): Promise<T> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  const told = sent && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)) };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', ...target, headers: { ...headers, ...(told || {}) } }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${target.method} ${target.path} answered ${response.statusCode}: ${text}`));
        });
    })
      .on('error', reject)
      .end(sent);
  });
}

/** Opens two sockets of the floor for a couple. */
export async function openFloorSockets(port: number, couple: string): Promise<[WebSocket, WebSocket]> {
  const url = `ws://127.0.0.1:${port}/${couple}`;
  const sockets: [WebSocket, WebSocket] = [new WebSocket(url), new WebSocket(url)];
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  return sockets;
}
