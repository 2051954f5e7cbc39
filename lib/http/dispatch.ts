import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { AppError } from '#lib/error';
import { type RouteHandler, refuseRequest } from '#lib/http/route';

type Methods = Partial<Record<string, RouteHandler>>;

/** A folder of app/api: what stands in it under its name, under any name, and its own route. */
type Folder = {
  named: Map<string, Folder>;
  any?: { param: string; folder: Folder };
  methods?: Methods;
  /** Whether all else below it is Next's. */
  hasRest?: boolean;
};

/**
 * Loads the route files below a folder, by Next's own rules: a folder is a segment, `[name]` is any one.
 * Folders with `[...rest]` are left to Next.
 */
async function loadFolder(path: string): Promise<Folder> {
  const folder: Folder = { named: new Map() };
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.name === 'route.ts') folder.methods = await import(pathToFileURL(inside).href);
    if (entry.name.startsWith('[...')) folder.hasRest = true;
    if (!entry.isDirectory() || entry.name.startsWith('[...')) continue;
    const param = /^\[(.+)\]$/.exec(entry.name)?.[1];
    if (param) folder.any = { param, folder: await loadFolder(inside) };
    else folder.named.set(entry.name, await loadFolder(inside));
  }
  return folder;
}

type Found = { methods: Methods; params: Record<string, string> };

/** Finds the route of a path; `next` where the route is Next's. */
function findRoute(root: Folder, path: string): Found | 'next' | null {
  const params: Record<string, string> = {};
  let folder: Folder | undefined = root;
  for (const segment of path.split('/')) {
    const any: Folder['any'] = folder.any;
    const next: Folder | undefined = folder.named.get(segment) ?? any?.folder;
    if (!next) return folder.hasRest ? 'next' : null;
    if (any && next === any.folder) params[any.param] = decodeURIComponent(segment);
    folder = next;
  }
  return folder.methods ? { methods: folder.methods, params } : null;
}

/**
 * Loads the routes of a folder.
 * @param path the folder that stands at /api
 * @returns what finds a route by its path below /api
 */
export async function loadRoutes(path: string): Promise<(path: string) => Found | null> {
  const root = await loadFolder(path);
  return (asked) => {
    const found = findRoute(root, asked);
    return found === 'next' ? null : found;
  };
}

/** Answers a request, and says whether it did. */
type Dispatch = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The path below /api that a request asks for, or null where it asks for something else. */
function pathBelowApi({ url = '' }: IncomingMessage): string | null {
  const [pathname = ''] = url.split('?');
  return pathname === '/api' || pathname.startsWith('/api/') ? pathname.slice('/api/'.length) : null;
}

function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: Request) => Response | Promise<Response>,
): true {
  const listen = getRequestListener(handle, {
    overrideGlobalObjects: false,
    // An address or host that nobody could mean.
    errorHandler: () => refuseRequest(incoming, new AppError('bad_request')),
  });
  void listen(incoming, outgoing);
  return true;
}

function isWellEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

// What Next would hand on; of others it makes a fault of the server.
const knownMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Refuses what is no request to any route: all that we answer under /api in development, where Next calls the routes. */
export const dispatchMalformed: Dispatch = (incoming, outgoing) => {
  const path = pathBelowApi(incoming);
  if (path === null) return false;
  if (!isWellEncoded(path)) {
    return respond(incoming, outgoing, () => refuseRequest(incoming, new AppError('bad_request')));
  }
  if (knownMethods.includes(incoming.method ?? '')) return false;
  return respond(incoming, outgoing, () => refuseMethod(incoming, knownMethods));
};

function refuseMethod(incoming: IncomingMessage, allowed: string[]): Response {
  return refuseRequest(incoming, new AppError('method_not_allowed'), { allow: allowed.join(', ') });
}

/**
 * Calls the route handlers of a folder without Next's pipeline, which costs more than what most of them do.
 * They are the same files and functions that Next would call. What no route takes is refused in the same shape.
 * @param path the folder that stands at /api
 */
export async function loadDispatcher(path: string): Promise<Dispatch> {
  const root = await loadFolder(path);
  return (incoming, outgoing) => {
    if (dispatchMalformed(incoming, outgoing)) return true;
    const asked = pathBelowApi(incoming);
    const found = asked === null ? 'next' : findRoute(root, asked);
    if (found === 'next') return false;
    if (!found) return respond(incoming, outgoing, () => refuseRequest(incoming, new AppError('not_found')));
    const { GET, ...others } = found.methods;
    const methods: Methods = { ...(GET && { GET, HEAD: GET }), ...others };
    const handler = methods[incoming.method ?? ''];
    if (!handler) return respond(incoming, outgoing, () => refuseMethod(incoming, Object.keys(methods)));
    return respond(incoming, outgoing, (request) => handler(request, { params: Promise.resolve(found.params) }));
  };
}
