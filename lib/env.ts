import { resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from '#lib/boot/start-error';

const KEY_BYTES = 32;

/** One master key of the vault. The first of the list seals; all of them open. */
export type VaultMasterKey = { version: number; key: Buffer };

function parseVaultKeys(text: string, context: z.RefinementCtx): VaultMasterKey[] {
  const keys = text.split(',').map((part) => {
    const [version = '', encoded = ''] = part.trim().split(/:(.*)/s);
    return { version: Number(version), key: Buffer.from(encoded, 'base64') };
  });
  const isValid = keys.every(
    ({ version, key }) => Number.isInteger(version) && version > 0 && key.length === KEY_BYTES,
  );
  if (!isValid) context.addIssue('must be "version:key" parts with commas between, each key 32 bytes in base64');
  if (new Set(keys.map(({ version }) => version)).size < keys.length) context.addIssue('names a version twice');
  return keys;
}

const portRule = 'must be a number from 1 to 65535';
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

// `undefined` in the type stands only where the code must decide what to do without; boot fills in the others.
const schema = z
  .object({
    PORT: z
      .string()
      .regex(/^\d+$/, portRule)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, portRule)
      .default(3000),
    /** Only when given is the server open to other computers. */
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'must be an address or a name, as 0.0.0.0')
      .optional(),
    /** The owner's address: migrations and roles. Missing: a Postgres of our own in DATA_DIR. */
    DATABASE_URL: postgresUrl.optional(),
    APP_DATABASE_URL: postgresUrl.optional(),
    SYSTEM_DATABASE_URL: postgresUrl.optional(),
    AUTH_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
    VAULT_KEYS: z.string().transform(parseVaultKeys).optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().default('Nearer <nearer@localhost>'),
    /** The address in links, without a slash at its end. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address, as https://nearer.example' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    DATA_DIR: z
      .string()
      .default('.data')
      .transform((path) => resolve(path)),
    /** Whether a proxy of one's own stands before the server, whose word on addresses counts. */
    TRUST_PROXY: z.enum(['on', 'off'], 'must be on or off').default('off'),
    WORKER: z.enum(['on', 'off', 'only'], 'must be on, off or only').default('on'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be a level, as info or warn')
      .default('info'),
  })
  .transform((values) => ({ ...values, PUBLIC_URL: values.PUBLIC_URL ?? `http://localhost:${values.PORT}` }));

type Values = z.output<typeof schema>;
/** What lib/boot makes when it was not given. */
type Booted = 'APP_DATABASE_URL' | 'SYSTEM_DATABASE_URL' | 'AUTH_SECRET' | 'VAULT_KEYS';
type Env = Readonly<Omit<Values, Booted> & { [Name in Booted]: NonNullable<Values[Name]> }>;

const booted: ReadonlySet<string> = new Set<Booted>([
  'APP_DATABASE_URL',
  'SYSTEM_DATABASE_URL',
  'AUTH_SECRET',
  'VAULT_KEYS',
]);

let values: Values | undefined;

function readValues(): Values {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()));
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const issue = error.issues[0];
  throw new StartError(`${issue?.path.join('.')} ${issue?.message}.`);
}

/**
 * The settings, read from the environment at first use and kept.
 * @throws StartError naming the first variable that is wrong, or one that only lib/boot could have made.
 */
export const env = new Proxy({} as Env, {
  get(_, name: string) {
    values ??= readValues();
    const value = values[name as keyof Values];
    if (value === undefined && booted.has(name)) throw new StartError(`${name} is not set: lib/boot has not run.`);
    return value;
  },
});

/** Whether a variable was given, or made by lib/boot. */
export function hasEnv(name: keyof Env): boolean {
  return Boolean(process.env[name]?.trim());
}

/** Sets variables for this process and its children; the next read sees them. */
export function setEnv(changes: Partial<Record<keyof Env, string>>): void {
  Object.assign(process.env, changes);
  values = undefined;
}
