import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { RouteHandler } from '#lib/http/route';

type Methods = Partial<Record<string, RouteHandler>>;

/** A folder of app/api: what stands in it under its name, under any name, and its own route. */
type Folder = { named: Map<string, Folder>; any?: { param: string; folder: Folder }; methods?: Methods };

/**
 * Loads the route files below a folder, by Next's own rules: a folder is a segment, `[name]` is any one.
 * Folders with `[...rest]` are left to Next.
 */
async function loadFolder(path: string): Promise<Folder> {
  const folder: Folder = { named: new Map() };
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.name === 'route.ts') folder.methods = await import(pathToFileURL(inside).href);
    if (!entry.isDirectory() || entry.name.startsWith('[...')) continue;
    const param = /^\[(.+)\]$/.exec(entry.name)?.[1];
    if (param) folder.any = { param, folder: await loadFolder(inside) };
    else folder.named.set(entry.name, await loadFolder(inside));
  }
  return folder;
}

type Found = { methods: Methods; params: Record<string, string> };

function findRoute(root: Folder, path: string): Found | null {
  const params: Record<string, string> = {};
  let folder: Folder | undefined = root;
  for (const segment of path.split('/')) {
    const any: Folder['any'] = folder.any;
    const next: Folder | undefined = folder.named.get(segment) ?? any?.folder;
    if (!next) return null;
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
  return (asked) => findRoute(root, asked);
}

const prefix = '/api/';

/**
 * Calls the route handlers of a folder without Next's pipeline, which costs more than what most of them do.
 * They are the same files and functions that Next would call.
 * @param path the folder that stands at /api
 * @returns a listener that says whether the request was one of theirs
 */
export async function loadDispatcher(
  path: string,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
  const find = await loadRoutes(path);
  return (incoming, outgoing) => {
    const [pathname = ''] = (incoming.url ?? '').split('?');
    if (!pathname.startsWith(prefix)) return false;
    const found = matchSafely(find, pathname.slice(prefix.length));
    const handler = found?.methods[incoming.method ?? ''];
    if (!found || !handler?.isRoute) return false;
    const listen = getRequestListener((request) => handler(request, { params: Promise.resolve(found.params) }), {
      overrideGlobalObjects: false,
    });
    void listen(incoming, outgoing);
    return true;
  };
}

function matchSafely(find: (path: string) => Found | null, path: string): Found | null {
  try {
    return find(path);
  } catch (error) {
    // A path that is no valid encoding: Next says so.
    if (error instanceof URIError) return null;
    throw error;
  }
}
