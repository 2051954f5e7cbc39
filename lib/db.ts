import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '#lib/env';
import { PrismaClient } from '#lib/generated/prisma/client';
import { describeError, log } from '#lib/log';

// server.ts and Next's bundles share globalThis, not modules.
const shared = globalThis as { nearerDatabases?: Partial<Record<Login, Connection>> };

type Login = 'app' | 'system';
type Connection = { client: PrismaClient; pool: pg.Pool };

function connect(login: Login): Connection {
  const pool = new pg.Pool({
    connectionString: login === 'app' ? env.APP_DATABASE_URL : env.SYSTEM_DATABASE_URL,
    max: login === 'app' ? 10 : 4,
    // Away is said within five seconds, never hung upon.
    connectionTimeoutMillis: 3_000,
    query_timeout: 4_500,
    statement_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: `nearer ${login}`,
  });
  const forget = (error: Error) => log.warn({ login, error: describeError(error) }, 'database connection lost');
  pool.on('error', forget);
  // The pool listens only while a connection rests, the adapter only once it has it: between them an error would end the process.
  pool.on('connect', (client) => client.on('error', forget));
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      onConnectionError: forget,
      // Named statements are prepared once a connection; unnamed ones on every call.
      statementNameGenerator: ({ sql }) => createHash('sha1').update(sql).digest('base64url'),
    }),
    transactionOptions: { maxWait: 3_000, timeout: 5_000 },
    errorFormat: 'minimal',
  });
  return { client, pool };
}

function connection(login: Login): Connection {
  shared.nearerDatabases ??= {};
  shared.nearerDatabases[login] ??= connect(login);
  return shared.nearerDatabases[login];
}

/** The client of a login. Only lib/transaction.ts asks for it: a query outside a transaction sees nothing. */
export function database(login: Login): PrismaClient {
  return connection(login).client;
}

/** The system login's bare pool, for the libraries that bring their own SQL (attempts, jobs). */
export function systemPool(): pg.Pool {
  return connection('system').pool;
}

/** Ends all connections, in-flight queries first. */
export async function closeDatabase(): Promise<void> {
  const open = Object.values(shared.nearerDatabases ?? {});
  shared.nearerDatabases = {};
  await Promise.all(open.map(({ client }) => client.$disconnect()));
}
