#!/usr/bin/env node
// Stands in for Prisma's native schema engine: the same JSON-RPC over stdin and stdout, answered by the WebAssembly build
// of the engine through the `pg` driver. It spares a download at install time (ADR 0003).
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const args = process.argv.slice(2);
const url = JSON.parse(args[args.indexOf('--datasource') + 1] ?? '{}').url;

/** Postgres' internal one-byte type `"char"`: catalog queries return it, the adapter has no column type for it. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/** Column numbers of the running query that were `"char"`; the engine asks one query after the other. */
let charColumns = new Set();

/** Relabels `"char"` columns as text so that the adapter accepts them, and remembers which they were. */
function relabelCharFields(result) {
  result?.fields?.forEach((field, index) => {
    if (field.dataTypeID !== CHAR_OID) return;
    field.dataTypeID = TEXT_OID;
    charColumns.add(index);
  });
  return result;
}

class CharTolerantClient extends pg.Client {
  query(...params) {
    const callback = params.at(-1);
    if (typeof callback !== 'function') return super.query(...params)?.then?.(relabelCharFields);
    params[params.length - 1] = (error, result) => callback(error, relabelCharFields(result));
    return super.query(...params);
  }
}

async function openAdapter(connectionString) {
  const pool = new pg.Pool({ connectionString, Client: CharTolerantClient });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    charColumns = new Set();
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter cuts a script at every semicolon, which breaks dollar-quoted function bodies; the server takes it whole.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error));
  };
  return adapter;
}

/** A throw-away database in which the engine replays the migrations, dropped with its adapter. */
async function openShadowAdapter() {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const shadowUrl = new URL(url);
  shadowUrl.pathname = `/${name}`;
  const adapter = await openAdapter(shadowUrl.toString());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}

let panicMessage = '';

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panicMessage = message;
    },
  };
  const file = new URL('./schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'));
  const bytes = await readFile(fileURLToPath(file));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

function newEngine() {
  const factory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => openAdapter(url),
    connectToShadowDb: openShadowAdapter,
  };
  return wasm.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function answer(engine, { id, method, params }) {
  const name = method === 'getDatabaseVersion' ? 'version' : method;
  const result = await (await engine())[name](params ?? {});
  // The native engine prints a diff itself, by a message of its own before the result; without it the CLI prints nothing.
  if (method === 'diff' && result?.stdout) write({ id: 1e9 + id, method: 'print', params: { content: result.stdout } });
  write({ id, result: result ?? null });
}

/** Answers a request that failed: with what the engine panicked over, where it did. */
function fail(id, error) {
  const message = panicMessage || error.message || String(error);
  const data = { is_panic: panicMessage !== '', message, meta: error.meta ?? null, error_code: error.code ?? null };
  write({ id, error: { code: 4466, message, data } });
}

async function serve() {
  let opened;
  let asked = null;
  const engine = () => (opened ??= newEngine());
  // A panic in the midst of a query reaches no `catch`: unanswered, the CLI would end as if all were well.
  process.on('uncaughtException', (error) => fail(asked, error));
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    // A line without a method is the CLI's answer to our own `print`.
    if (!request.method) continue;
    asked = request.id;
    await answer(engine, request).catch((error) => fail(request.id, error));
  }
}

/** The command-line side: `cli can-connect-to-database` and `cli create-database`. Says an error as one JSON line on stderr. */
async function runCli(command) {
  const target = new URL(url);
  const database = decodeURIComponent(target.pathname.slice(1));
  if (command === 'create-database') target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.toString(), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    if (command === 'create-database') await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    return 0;
  } catch (error) {
    const code = error.code === '3D000' ? 'P1003' : 'P1001';
    const fields = { is_panic: false, message: error.message, error_code: code, meta: { database_name: database } };
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields })}\n`);
    return 1;
  } finally {
    await client.end().catch(() => {});
  }
}

if (args.includes('cli')) process.exit(await runCli(args.at(args.indexOf('cli') + 1)));
await loadEngine();
if (args.includes('--version')) process.stdout.write(`schema-engine-cli ${wasm.version()}\n`);
else await serve();
process.exit(0);
