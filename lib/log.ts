import pino from 'pino';
import { env } from '#lib/env';

/**
 * One JSON line an event on standard output. Ids, codes and durations only: never what
 * anybody wrote, an address, a name, a token or a database error's text.
 */
export const log = pino({ base: undefined, level: env.LOG_LEVEL });

/** A line for whoever started the server, as it is: the log is for machines. */
export function tell(line: string): void {
  if (log.isLevelEnabled('info')) console.log(line);
}

type Described = { kind: string; code?: string; database?: { state?: string; kind?: string }; stack?: string };

/**
 * An unknown error reduced to what can be logged: its kind, codes (the database's too) and place, not its message, which
 * may quote input.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, meta } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } };
  };
  const cause = meta?.driverAdapterError?.cause;
  const frames = error.stack?.split('\n').filter((frame) => /^\s+at /.test(frame));
  return {
    kind: error.name,
    ...(typeof code === 'string' && { code }),
    ...(cause && { database: { state: cause.originalCode, kind: cause.kind } }),
    ...(frames && { stack: frames.slice(0, 12).join('\n') }),
  };
}
