import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from 'pg';
import type { RouteHandler } from '#lib/http/route';
import type { Person } from '#lib/testing/people';

// What somebody can find out who watches: every GET there is and every table, before and after what another does.

const root = join(import.meta.dirname, '..', '..', 'app', 'api');
export type Route = { path: string; method: string; handler: RouteHandler };

/** Every method of every route, as the tree has them. */
export const routes: Route[] = (
  await Promise.all(
    globSync('**/route.ts', { cwd: root })
      .filter((file) => !file.startsWith('auth/'))
      .sort()
      .map(async (file) => {
        const module: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
        const path = file.replace(/\/?route\.ts$/, '');
        return Object.entries(module).map(([method, handler]) => ({ path, method, handler: handler as RouteHandler }));
      }),
  )
).flat();

/** What an answer shows: all of it but the number of the request. */
export async function show(
  person: Person | null,
  { handler, method }: Route,
  params: Record<string, string>,
  query = '',
  body?: unknown,
) {
  const request = new Request(`http://nearer.test/${query}`, {
    method,
    headers: {
      host: 'nearer.test',
      ...(person && { cookie: person.cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = (await response.text()).replace(/"requestId":"[^"]+"/, '');
  return JSON.stringify([response.status, [...response.headers].sort(), text]);
}

/** Values that parameters of paths are tried with whatever is watched. */
const usual: Record<string, string[]> = { taste: ['water'], topic: ['joy'], token: ['x'.repeat(43)] };

/** Every set of values that a path's parameters are tried with. A new name must be put somewhere knowingly. */
function setsFor(path: string, values: Record<string, string[]>): Record<string, string>[] {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
  return names.reduce<Record<string, string>[]>(
    (sets, name) => {
      const known = values[name] ?? usual[name];
      if (!known) throw new Error(`${path}: no values for ${name}`);
      return sets.flatMap((set) => known.map((value) => ({ ...set, [name]: value })));
    },
    [{}],
  );
}

/** What every GET answers somebody, by path and values. */
export async function readRoutes(person: Person, values: Record<string, string[]>): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    for (const params of setsFor(route.path, values)) {
      const query = route.path === 'events' ? '?after=0' : '';
      seen.set(`GET ${route.path} ${Object.values(params)}`, await show(person, route, params, query));
    }
  }
  return seen;
}

/** The tables that members can read at all. */
export async function listTables(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND has_table_privilege('nearer_app', oid, 'SELECT') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table that somebody's session can read. */
export async function readTables(
  app: Client,
  tables: readonly string[],
  person: Person,
  at: Date,
): Promise<Record<string, string>> {
  await app.query('BEGIN');
  try {
    await app.query('SELECT * FROM app.enter($1, $2)', [person.sessionId, at]);
    const found: Record<string, string> = {};
    for (const table of tables) {
      const { rows } = await app.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${table}" t ORDER BY 1`);
      found[table] = rows.map(({ row }) => row).join('\n');
    }
    return found;
  } finally {
    await app.query('ROLLBACK');
  }
}

/** Where two of these are not the same. */
export const differ = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after.keys()].filter((key) => before.get(key) !== after.get(key)).sort();
