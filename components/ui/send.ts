/** Why a request to our own API did not do what was asked. */
export type Failure = {
  /** `offline`: nothing reached the server. `refused`: the server said no, and why. `broken`: it could not. */
  kind: 'offline' | 'refused' | 'broken';
  status: number;
  code: string;
  message?: string;
  fields: Record<string, string>;
  requestId?: string;
  /** How things stand instead, where the server tells it with a refusal. */
  present?: unknown;
};

export type Sent<Data> = { ok: true; data: Data } | { ok: false; failure: Failure };

function readFields(fields: unknown): Record<string, string> {
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      const text = typeof first === 'object' && first !== null && 'message' in first ? first.message : first;
      return [name, String(text)];
    }),
  );
}

async function readFailure(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = (body as { error?: Record<string, unknown> } | undefined)?.error ?? {};
  return {
    kind: response.status >= 500 ? 'broken' : 'refused',
    status: response.status,
    code: typeof error.code === 'string' ? error.code : 'unknown',
    message: typeof error.message === 'string' ? error.message : undefined,
    fields: readFields(error.fields),
    requestId: typeof error.requestId === 'string' ? error.requestId : undefined,
    present: error.present,
  };
}

/** Sends JSON to our own API and never throws: every way it can fail comes back as a `Failure`. Gives up after 20 s. */
export async function send<Data = unknown>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Sent<Data>> {
  try {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? undefined : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) return { ok: false, failure: await readFailure(response) };
    const text = await response.text();
    return { ok: true, data: (text ? JSON.parse(text) : undefined) as Data };
  } catch {
    return { ok: false, failure: { kind: 'offline', status: 0, code: 'offline', fields: {} } };
  }
}
