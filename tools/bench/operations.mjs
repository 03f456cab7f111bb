// The suite `operations`: what a look for stuck workflows takes with 100,000 open nominations in the tables and 10,000 open
// workflows on the server, and how often it asks the server's lists.
import { performance } from 'node:perf_hooks';
import { ensureDatabase, startPostgres } from '../postgres.mjs';
import { startTemporal } from '../temporal.mjs';
import { migrate } from '../lib/database.mjs';
import { inRoot } from '../lib/paths.mjs';
import { percentiles } from './figures.mjs';

/** What a cluster allows everybody together, calls of lists a second. */
const ALLOWED_CALLS = 10;
const SIZES = { full: { rows: 100_000, workflows: 10_000, turns: 12 }, quick: { rows: 20_000, workflows: 1_000, turns: 5 } };
const STARTED_AT_ONCE = 64;
const TASK_QUEUE = 'bench-operations';

const library = (...parts) => import(inRoot(...parts, 'dist', 'index.js'));

/** Open nominations that wait for a person inside its time: one real one, copied. */
function season(template, rows) {
  return [
    `CREATE TEMP TABLE fresh AS SELECT 'bench' || lpad(g::text, 10, '0') AS id, g FROM generate_series(1, ${rows}) g`,
    `INSERT INTO nomination SELECT (jsonb_populate_record(n, jsonb_build_object('id', f.id, 'submission', f.g || '/TTr', 'updated_at', now() - interval '1 hour'))).*
       FROM nomination n, fresh f WHERE n.id = '${template}'`,
    `INSERT INTO task SELECT (jsonb_populate_record(t, jsonb_build_object('id', f.id || '-1-0', 'nomination_id', f.id, 'token_hash', f.id))).*
       FROM task t, fresh f WHERE t.nomination_id = '${template}'`,
    `INSERT INTO mail_ledger SELECT (jsonb_populate_record(m, jsonb_build_object('id', f.id, 'subject_key', f.id, 'message_id', f.id, 'nomination_id', f.id,
            'task_id', f.id || '-1-0', 'state', 'accepted', 'lease_until', NULL))).*
       FROM mail_ledger m, fresh f WHERE m.nomination_id = '${template}'`,
    `INSERT INTO inbox_event SELECT (jsonb_populate_record(i, jsonb_build_object('id', f.id, 'event_id', f.id, 'nomination_id', f.id, 'state', 'done', 'done_at', now()))).*
       FROM inbox_event i, fresh f WHERE i.nomination_id = '${template}'`,
  ];
}

async function fill(database, rows, temporal) {
  const { DirectoryRepository, CaseRepository, IntakeRepository, RegistryFactsReading, RulesRepository } = await library('libs', 'db');
  const { seedProgrammes } = await library('apps', 'worker');
  const { nominationActivities } = await library('activities');
  const { submittedEvent } = await import(inRoot('test', 'dist', 'stack', 'events.js'));
  await seedProgrammes(database, inRoot('programmes'));
  const rules = new RulesRepository(database);
  const { nominationId } = await new IntakeRepository(database, rules, () => {}).accept(submittedEvent(), { apiKeyId: null, at: null });
  const steps = nominationActivities({
    cases: new CaseRepository({ database, secret: 'x'.repeat(40), mailDomain: 'bench.example.vn' }),
    rules,
    directories: new DirectoryRepository(database),
    registry: new RegistryFactsReading(database),
    mailPlanned: () => {},
  });
  const standing = await steps.receiveNomination({ nominationId, at: Date.now() });
  const client = await database.pool.connect();
  await client.query('SET statement_timeout = 0');
  for (const statement of season(nominationId, rows)) await client.query(statement);
  await client.query(`DELETE FROM mail_ledger WHERE state = 'planned'`);
  await client.query(`UPDATE inbox_event SET state = 'done', done_at = now() WHERE state = 'pending'`);
  await client.query('VACUUM ANALYZE');
  client.release();
  return { ...temporal, standing };
}

const idOf = (number) => `bench${String(number).padStart(10, '0')}`;

/** Workflows of the first nominations, open as they are while they wait; nobody works on them here. */
async function startWorkflows({ gateway, standing }, count, say) {
  let next = 1;
  const one = async () => {
    for (let number = next++; number <= count; number = next++) {
      await gateway.startNomination({ nominationId: idOf(number), programme: 'nam-tu-liem-ntvt', campaign: '2022', standing });
      if (number % 2_000 === 0) say(`${number} workflows started`);
    }
  };
  await Promise.all(Array.from({ length: STARTED_AT_ONCE }, one));
}

async function measure(turn, turns) {
  const times = [];
  for (let index = 0; index < turns; index += 1) {
    const startedAt = performance.now();
    await turn();
    times.push(performance.now() - startedAt);
  }
  return percentiles(times);
}

/** A look of the classifier, whatever the last one was. */
async function lookOf(database, connection, settings) {
  const { LoopLock, SnapshotRepository, StuckEvidenceReading } = await library('libs', 'db');
  const { OperationsInspector } = await library('libs', 'temporal');
  const { classifier } = await import(inRoot('apps', 'worker', 'dist', 'loops', 'classifier.loop.js'));
  const snapshots = new SnapshotRepository(database);
  const parts = { lock: new LoopLock(database), evidence: new StuckEvidenceReading(database), snapshots, everyMs: 0 };
  const turn = classifier({ ...parts, server: new OperationsInspector(connection, settings) });
  return { turn, snapshots };
}

async function figuresOf({ turn, snapshots }, name, turns, say) {
  const times = await measure(turn, turns);
  const { figures } = await snapshots.last();
  const groups = await snapshots.groups({ cases: 0 });
  say(`${name}: p95 ${times.p95.toFixed(0)} ms, ${figures.listCalls} list calls, ${figures.examined} workflows examined`);
  const found = groups.map(({ class: stuckClass, count }) => `${stuckClass} ${count}`);
  return { name, ...times, listCalls: figures.listCalls, examined: figures.examined, found };
}

const LATE = (
  count,
) => `UPDATE nomination SET wait = jsonb_set(wait, '{plan,closesAt}', to_jsonb(floor(extract(epoch FROM now()) * 1000 - 60000)))
  WHERE id IN (SELECT id FROM nomination WHERE id LIKE 'bench%' ORDER BY id LIMIT ${count})`;
const CHANNEL_DOWN = `INSERT INTO mail_channel (id, up, reason, since, checked_at) VALUES ('smtp', false, 'ECONNREFUSED', now(), now())`;
const UNSENT = `UPDATE mail_ledger SET state = 'planned' WHERE id IN (SELECT id FROM mail_ledger ORDER BY id LIMIT 300)`;

async function walk(database, connection, settings, say) {
  const { LoopLock, ReconcilerRepository } = await library('libs', 'db');
  const { OperationsInspector } = await library('libs', 'temporal');
  const { reconciler } = await import(inRoot('apps', 'worker', 'dist', 'loops', 'reconciler.loop.js'));
  const server = new OperationsInspector(connection, settings);
  const tables = new ReconcilerRepository(database);
  let ended = false;
  const watched = Object.assign(Object.create(tables), { endWalk: (...args) => ((ended = true), tables.endWalk(...args)) });
  const turn = reconciler(new LoopLock(database), watched, server);
  const [startedAt, times] = [performance.now(), []];
  while (!ended) times.push((await measure(turn, 1)).p95);
  const found = {
    turns: times.length,
    longestTurnMs: Math.max(...times),
    seconds: (performance.now() - startedAt) / 1000,
    listCalls: server.takeListCalls(),
  };
  say(`the reconciler's walk: ${found.turns} turns, ${found.listCalls} list calls, longest turn ${found.longestTurnMs.toFixed(0)} ms`);
  return found;
}

export async function runOperations({ quick, say }) {
  const { rows, workflows, turns } = quick ? SIZES.quick : SIZES.full;
  const { Database } = await library('libs', 'db');
  const { lazyConnection, TemporalNominationGateway } = await library('libs', 'temporal');
  const [postgres, temporal] = await Promise.all([startPostgres({ fsync: false }), startTemporal()]);
  try {
    await ensureDatabase(postgres.url, 'laurel');
    const url = postgres.urlOf('laurel');
    await migrate(url);
    const database = new Database(url, 8);
    const settings = { address: temporal.address, namespace: 'default', tls: false, taskQueue: TASK_QUEUE };
    const connection = lazyConnection(settings);
    say(`filling ${rows} open nominations`);
    const world = await fill(database, rows, { gateway: new TemporalNominationGateway({ connection, settings }) });
    await startWorkflows(world, workflows, say);
    const look = await lookOf(database, connection, settings);
    const looks = [await figuresOf(look, 'nothing late', turns, say)];
    await database.pool.query(LATE(1_000));
    looks.push(await figuresOf(look, '1,000 late', turns, say));
    await database.pool.query(CHANNEL_DOWN);
    await database.pool.query(UNSENT);
    looks.push(await figuresOf(look, '1,000 late, 300 mails held by a dead mail server', turns, say));
    const reconciler = await walk(database, connection, settings, say);
    await connection.close();
    await database.close();
    return { rows, workflows, looks, reconciler };
  } finally {
    await Promise.all([postgres.stop(), temporal.stop()]);
  }
}

const round = (value) => value.toFixed(0).padStart(6);

export function printOperations({ rows, workflows, looks, reconciler }) {
  const calls = Math.max(...looks.map(({ listCalls }) => listCalls));
  return [
    `${rows} open nominations in the tables, ${workflows} open workflows on the server`,
    '',
    '   p50    p95  a look of the classifier, ms',
    ...looks.map(({ name, p50, p95, found }) => `${round(p50)} ${round(p95)}  ${name}: ${found.join(', ') || 'nothing stuck'}`),
    '',
    `calls to the server's lists: ${calls} a look, every 15 s: ${(calls / 15).toFixed(2)}/s of ${ALLOWED_CALLS}/s`,
    `the reconciler's whole walk: ${reconciler.listCalls} calls in ${reconciler.turns} turns, every 10 s; longest turn ${reconciler.longestTurnMs.toFixed(0)} ms`,
  ].join('\n');
}
