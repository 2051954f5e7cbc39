#!/usr/bin/env node
// Stands in for Prisma's schema engine. The CLI would download a binary for it, from a host that many networks do not
// reach; this file speaks the same protocol (JSON-RPC, one message a line) over the WebAssembly engine from npm.
// The CLI runs it because scripts/prisma.mjs sets PRISMA_SCHEMA_ENGINE_BINARY. Plain .mjs: it is run, not imported.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const ENGINE_ERROR = 4466;
const args = process.argv.slice(2);

/** What follows a flag on the command line. */
function readFlag(name) {
  const index = args.indexOf(name);
  return index < 0 ? undefined : args[index + 1];
}

const { url } = JSON.parse(readFlag('--datasource') ?? '{}');
const database = url ? describeDatabase() : describeNoDatabase();

// Postgres' one-letter type of its own catalogue, which the adapter does not know when the engine reads a database.
const CATALOGUE_LETTER = 18;
const TEXT = 25;

/** The adapter cuts scripts at every semicolon, those inside functions too. Whole, a script is also one transaction. */
function describeDatabase() {
  const adapter = new PrismaPg({ connectionString: url });
  const connect = adapter.connect.bind(adapter);
  adapter.connect = async () => {
    const connection = await connect();
    connection.executeScript = async (script) => {
      await connection
        .underlyingDriver()
        .query(script)
        .catch((error) => connection.onError(error));
    };
    const performIO = connection.performIO.bind(connection);
    const queryRaw = connection.queryRaw.bind(connection);
    let letters = [];
    connection.performIO = async (query) => {
      const result = await performIO(query);
      letters = result.fields.filter(({ dataTypeID }) => dataTypeID === CATALOGUE_LETTER);
      for (const field of letters) field.dataTypeID = TEXT;
      return result;
    };
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const { name } of letters) result.columnTypes[result.columnNames.indexOf(name)] = ColumnTypeEnum.Character;
      return result;
    };
    return connection;
  };
  return adapter;
}

/** Lets `migrate diff` compare files without a server: the engine then asks only for the schema and the version. */
function describeNoDatabase() {
  const names = { provider: 'postgres', adapterName: 'no-database' };
  const refuse = async () => {
    throw new Error('This command needs a database: set DATABASE_URL.');
  };
  const connection = {
    ...names,
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 18.0', 180000]],
    }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  };
  return { ...names, connect: async () => connection, connectToShadowDb: refuse };
}

async function canConnect() {
  try {
    const connection = await database.connect();
    await connection.executeScript('select 1');
    await connection.dispose();
    return true;
  } catch {
    return false;
  }
}

// A panic in the engine says its reason here, and then never answers its call.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };

async function loadEngine() {
  // The package's own entry imports the .wasm file as a module, which Node does not do without a flag.
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(database));
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

async function serve() {
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { id, method, params } = JSON.parse(line);
    try {
      engine ??= await loadEngine();
      const result = (await engine[method](params)) ?? null;
      // The binary prints a diff by a call of its own; the WebAssembly engine hands the text back.
      if (method === 'diff' && result?.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } });
      send({ id, result });
    } catch (error) {
      const message = String(error?.message ?? error);
      send({ id, error: { code: ENGINE_ERROR, message, data: { is_panic: false, message, meta: null } } });
    }
  }
}

if (args.includes('can-connect-to-database')) {
  process.exit((await canConnect()) ? 0 : 1);
}
await serve();
process.exit(0);
