import { AppError } from '#lib/error';

/** Largest body taken, in bytes: 5,000 characters of any script with room for JSON around them. */
const largestBody = 64 * 1024;

function hasType(request: Request, type: string): boolean {
  return request.headers.get('content-type')?.toLowerCase().startsWith(type) ?? false;
}

/** Reads a body, stopping as soon as it grows too large. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw new AppError('too_large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      if (length > largestBody) throw new AppError('too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    // Its sender hung up: nothing of ours broke.
    throw error instanceof AppError ? error : new AppError('bad_request', { cause: error });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError('bad_request');
  }
}

/** Reads a JSON body. */
export async function readJson(request: Request): Promise<unknown> {
  if (!hasType(request, 'application/json')) throw new AppError('unsupported');
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('bad_request');
  }
}

/** Reads the named fields of a JSON object or of a form, as next-auth's own client sends one. */
export async function readFields(request: Request): Promise<Record<string, unknown>> {
  if (hasType(request, 'application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(await readText(request)));
  }
  const fields = await readJson(request);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new AppError('invalid');
  return { ...fields };
}
