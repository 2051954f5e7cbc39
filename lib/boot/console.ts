import { describeError, log } from '#lib/log';

const LINE_LENGTH = 200;

/**
 * Sends what others print to our log. Next prints the errors it meets whole, and those of the database quote rows:
 * of an error only its kind and place are kept, of a text only its first line.
 */
export function redactConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...parts: unknown[]) => {
      const errors = parts.filter((part) => part instanceof Error).map(describeError);
      const texts = parts.filter((part) => typeof part === 'string').map((text) => text.split('\n', 1)[0]);
      log[level]({ ...(errors.length > 0 && { errors }) }, texts.join(' ').slice(0, LINE_LENGTH) || 'printed');
    };
  }
}
