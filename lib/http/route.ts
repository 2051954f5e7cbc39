import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Identity, readIdentity } from '#lib/auth/identity';
import { AppError, type FieldProblem } from '#lib/error';
import { readJson } from '#lib/http/body';
import { addressOf, limitRequests } from '#lib/http/limit';
import { requireSameOrigin } from '#lib/http/origin';
import { describeError, log } from '#lib/log';

type Schema = z.ZodType | undefined;
type Read<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

type Spec<P extends Schema, Q extends Schema, B extends Schema, A extends 'member' | 'anyone'> = {
  params?: P;
  query?: Q;
  body?: B;
  /** Who may ask: somebody signed in (as it is without saying so), or anyone. */
  access?: A;
};

type Input<P extends Schema, Q extends Schema, B extends Schema, A extends 'member' | 'anyone'> = {
  request: Request;
  params: Read<P>;
  query: Read<Q>;
  body: Read<B>;
  identity: A extends 'anyone' ? Identity | null : Identity;
};

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/** What every exported route method is: a test walks the tree for this mark. */
export type RouteHandler = ((request: Request, context: Context) => Promise<Response>) & {
  readonly isRoute: true;
  /** Whether it reads a body; what is no such body it must refuse. */
  readonly takesBody: boolean;
};

/**
 * Makes a route method: session → same origin → rate limit → zod → handler → one error mapper, one log line.
 * The handler returns what the answer's JSON is, a Response of its own, or nothing (204).
 */
export function route<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends 'member' | 'anyone' = 'member',
>(spec: Spec<P, Q, B, A>, handler: (input: Input<P, Q, B, A>) => Promise<unknown>): RouteHandler {
  const handle = async (request: Request, context: Context): Promise<Response> => {
    const requestId = randomUUID();
    const begun = performance.now();
    const params = (await context.params) ?? {};
    let userId: string | undefined;
    let response: Response;
    try {
      const identity = await readIdentity(request.headers.get('cookie'));
      userId = identity?.userId;
      if (!identity && spec.access !== 'anyone') throw new AppError('unauthenticated');
      if (request.method !== 'GET' && request.method !== 'HEAD') requireSameOrigin(request);
      await limitRequests(addressOf(request), userId);
      const result = await handler({
        request,
        identity,
        params: read(spec.params, params, 'not_found'),
        query: read(spec.query, spec.query && readQuery(request)),
        body: read(spec.body, spec.body && (await readJson(request))),
      } as Input<P, Q, B, A>);
      response = result instanceof Response ? result : answer(result);
    } catch (error) {
      response = refuse(error, requestId);
    }
    log.info(
      {
        requestId,
        userId,
        method: request.method,
        route: patternOf(request, params),
        status: response.status,
        ms: Math.round(performance.now() - begun),
      },
      'request',
    );
    return response;
  };
  return Object.assign(handle, { isRoute: true as const, takesBody: Boolean(spec.body) });
}

const privately = { 'cache-control': 'private, no-store' };

function answer(result: unknown): Response {
  return result === undefined
    ? new Response(null, { status: 204, headers: privately })
    : Response.json(result, { headers: privately });
}

/** Answers a request that no route takes, in the one shape. */
export function refuseRequest(request: { method?: string }, error: AppError, headers?: HeadersInit): Response {
  const requestId = randomUUID();
  // Not its path: that may be a link, mistyped.
  log.info({ requestId, method: request.method, status: error.status }, 'request');
  const response = refuse(error, requestId);
  for (const [name, value] of new Headers(headers)) response.headers.set(name, value);
  return response;
}

function refuse(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error });
  if (known.code === 'unavailable') {
    // Many at once, and all alike: the codes say enough.
    const { stack, ...error } = describeError(known.cause ?? known);
    log.error({ requestId, error }, known.code);
  } else if (known.status >= 500) log.error({ requestId, error: describeError(known.cause ?? known) }, known.code);
  const body = {
    code: known.code,
    message: messages[known.code] ?? 'That did not work.',
    ...(known.fields && { fields: known.fields }),
    ...(known.present !== undefined && { present: known.present }),
    requestId,
  };
  return Response.json(
    { error: body },
    {
      status: known.status,
      headers: { ...privately, ...(known.retryAfter && { 'retry-after': String(known.retryAfter) }) },
    },
  );
}

/** For people who read the API's answers; pages say it in their own words by the code. */
const messages: Partial<Record<AppError['code'], string>> = {
  bad_request: 'The path is not well encoded, or the body is no valid JSON.',
  unauthenticated: 'Sign in first.',
  foreign_origin: 'Changes are taken from this site’s own pages only.',
  method_not_allowed: 'This cannot be done here; Allow says what can.',
  not_found: 'There is nothing here that you may see.',
  too_large: 'The body is larger than 64 KiB.',
  unsupported: 'Send JSON, with content-type application/json.',
  invalid: 'Some fields are not as they must be.',
  too_many: 'Too many tries. Wait a while.',
  internal: 'Something broke on our side. Try again: what carries your own id is never stored twice.',
  unavailable: 'The database does not answer. Try again: what carries your own id is never stored twice.',
};

/** The query's values by name. A name that stands there twice has none. */
function readQuery(request: Request): Record<string, string> {
  const pairs = [...new URL(request.url).searchParams];
  const names = pairs.map(([name]) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new AppError('invalid', { fields: nameFields(twice.map((name) => [name, 'invalid'])) });
  return Object.fromEntries(pairs);
}

/** Problems by field. Without a prototype, so that no name a client thinks of means something else. */
function nameFields(problems: (readonly [string, FieldProblem])[]): Record<string, FieldProblem> {
  const fields: Record<string, FieldProblem> = Object.create(null);
  for (const [name, problem] of problems) fields[name] ??= problem;
  return fields;
}

function read(schema: z.ZodType | undefined, input: unknown, failure: 'invalid' | 'not_found' = 'invalid'): unknown {
  if (!schema) return undefined;
  const { success, data, error } = schema.safeParse(input, { reportInput: true });
  if (success) return data;
  throw failure === 'not_found'
    ? new AppError('not_found')
    : new AppError('invalid', { fields: describeIssues(error.issues) });
}

/** What is wrong, by field. */
export function describeIssues(issues: z.core.$ZodIssue[]): Record<string, FieldProblem> {
  return nameFields(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [key, 'unknown'] as const)
        : [[issue.path.join('.') || 'body', problemOf(issue)] as const],
    ),
  );
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_short';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  if (issue.code === 'custom' && issue.params?.problem === 'too_long') return 'too_long';
  return 'invalid';
}

/** The path with names in place of values, since a value may be a secret. */
function patternOf(request: Request, params: Record<string, unknown>): string {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) => [value].flat().map((part) => [part, `[${name}]`])),
  );
  return new URL(request.url).pathname
    .split('/')
    .map((part) => names.get(decodePart(part)) ?? part)
    .join('/');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
