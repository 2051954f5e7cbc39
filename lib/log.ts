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

/** An unknown error reduced to what can be logged: its kind, code and place, not its message, which may quote input. */
export function describeError(error: unknown): { kind: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((frame) => /^\s+at /.test(frame));
  return { kind: error.name, ...(code && { code }), ...(frames && { stack: frames.slice(0, 12).join('\n') }) };
}
