import { AppError } from '#lib/error';

/** Largest body taken, in bytes: 5,000 characters of any script with room for JSON around them. */
const largestBody = 64 * 1024;

/** Reads a JSON body, stopping as soon as it grows too large. */
export async function readJson(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json')) {
    throw new AppError('unsupported');
  }
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw new AppError('too_large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > largestBody) throw new AppError('too_large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new AppError('bad_request');
  }
}
