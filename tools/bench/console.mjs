// The suite `console`: what the console's lists and pages take with 100,000 nominations in the tables, as the server tells it.
import { performance } from 'node:perf_hooks';
import { ensureDatabase, execute, startPostgres } from '../postgres.mjs';
import { migrate } from '../lib/database.mjs';
import { inRoot } from '../lib/paths.mjs';
import { percentiles } from './figures.mjs';
import { fillTables, oneOf, UNIT } from './filling.mjs';
import { FAMILY, GIVEN, MIDDLE } from './people.mjs';

const TARGET_MS = 300;
const ROWS = { full: 100_000, quick: 20_000 };
const TURNS = { full: 30, quick: 10 };

/** A season in the tables: three tasks and four links of the audit chain each, two thirds decided. */
function season(template, rows) {
  return [
    `CREATE TEMP TABLE fresh AS
     SELECT 'bench' || lpad(g::text, 10, '0') AS id, g,
            ${oneOf(FAMILY, 'g')} || ' ' || ${oneOf(MIDDLE, '(g / 7)')} || ' ' || ${oneOf(GIVEN, '(g / 3)')} AS name,
            ${UNIT} AS unit,
            CASE g % 6 WHEN 0 THEN 'RECEIVED' WHEN 1 THEN 'RECEIVED' WHEN 2 THEN 'NOT_QUALIFIED' WHEN 3 THEN 'WITHDRAWN' ELSE 'CONFERRED' END AS state,
            now() - (g % 200) * interval '1 day' AS at
       FROM generate_series(1, ${rows}) g`,
    `INSERT INTO nomination SELECT made.* FROM nomination n, fresh f, LATERAL jsonb_populate_record(n, jsonb_build_object('id', f.id, 'unit', f.unit, 'state', f.state, 'submission', f.g || '/TTr',
            'nominee', n.nominee || jsonb_build_object('fullName', f.name), 'submitted_at', f.at, 'updated_at', f.at, 'stage', CASE f.g % 3 WHEN 0 THEN 'ward-review' ELSE 'district-decision' END,
            'due_at', CASE WHEN f.state = 'RECEIVED' THEN f.at + interval '100 days' END, 'ended_at', CASE WHEN f.state <> 'RECEIVED' THEN f.at + interval '9 days' END)) made
      WHERE n.id = '${template}'`,
    `INSERT INTO nomination_words (nomination_id, words)
     SELECT f.id, translate(lower(f.name), 'áàảãạăâấầđéèêếềíìĩịóôơúùưýỳạảãầẩẫậắằẳẵặẹẻẽểễệỉọỏõốồổỗộớờởỡợụủũứừửữựỵỷỹễ', 'aaaaaaaaadeeeeeiiiiooouuuyyaaaaaaaaaaaaeeeeeeiooooooooooooouuuuuuuuyyye') || ' ' || f.g || '/ttr ' || f.unit FROM fresh f`,
    `INSERT INTO task (id, nomination_id, stage, kind, level, seat, post, person_id, choices, token_hash, state, opened_at, due_at, closes_at, reminders_sent)
     SELECT f.id || '-' || t, f.id, 'ward-review', 'review', 'ward', t, f.unit || '/head', 'truong-phuong-01', '{approve}', f.id || '-' || t, CASE WHEN f.state = 'RECEIVED' AND t = 3 THEN 'open' ELSE 'decided' END,
            f.at, f.at + interval '5 days', f.at + interval '9 days', '{}' FROM fresh f, generate_series(1, 3) t`,
    `INSERT INTO audit_event (nomination_id, seq, action, actor, rule_set_version, facts, at, previous_hash, hash)
     SELECT f.id, s, 'decided', 'truong-phuong-01', '1', '{}', f.at + s * interval '1 day', '', '' FROM fresh f, generate_series(1, 4) s`,
    `INSERT INTO decision_line (nomination_id, level, decision_id, outcome, act_id, signed_on, recorded_at)
     SELECT f.id, 'district', f.id, CASE f.state WHEN 'CONFERRED' THEN 'AWARD_HERE' ELSE 'NOT_QUALIFIED' END, f.id, f.at::date, f.at + interval '9 days'
       FROM fresh f WHERE f.state IN ('CONFERRED', 'NOT_QUALIFIED')`,
  ];
}

async function fill(url, rows) {
  const { Database } = await import(inRoot('libs', 'db', 'dist', 'index.js'));
  const database = new Database(url, 4);
  await fillTables(database, (template) => season(template, rows));
  await database.close();
}

/** Who asks: everything, and one ward of seventeen units. */
async function keys(url) {
  const { Database, KeyRepository } = await import(inRoot('libs', 'db', 'dist', 'index.js'));
  const database = new Database(url, 2);
  const make = async (units) =>
    (await new KeyRepository(database).create('bench', { scopes: ['nominations:read'], ...(units && { units }) })).key;
  const made = { everywhere: await make(null), ward: await make(['phuong-03']) };
  await database.close();
  return made;
}

const LIST = '/v1/console/nominations';
const PAGES = (id) => ({
  'first page': LIST,
  'by due date': `${LIST}?sort=due&open=true`,
  'by name': `${LIST}?sort=nominee`,
  'late ones': `${LIST}?late=true&sort=due`,
  'two words, few found': `${LIST}?q=${encodeURIComponent('nguyễn quỳnh')}`,
  'a number': `${LIST}?q=9917`,
  'nothing found': `${LIST}?q=khong-co-ai-ten-nay`,
  'state and campaign': `${LIST}?state=CONFERRED&campaign=2022`,
  'overview, remembered': '/v1/console/overview',
  'a nomination': `${LIST}/${id}`,
  'its timeline': `${LIST}/${id}/timeline`,
});

async function measure(app, url, key, turns) {
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const startedAt = performance.now();
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${key}` } });
    times.push(performance.now() - startedAt);
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  }
  return percentiles(times);
}

async function measureAll(app, made, turns, say) {
  const pages = [];
  for (const [who, key] of Object.entries(made)) {
    const { body } = await app.inject({ url: `${LIST}?limit=1`, headers: { authorization: `Bearer ${key}` } });
    const { id } = JSON.parse(body).items[0];
    for (const [name, url] of Object.entries(PAGES(id))) {
      const found = await measure(app, url, key, turns);
      say(`${who}, ${name}: p95 ${found.p95.toFixed(0)} ms`);
      pages.push({ name, who, ...found });
    }
  }
  return pages;
}

/** The overview is counted at most every few seconds for the same reader: here each time anew. */
async function measureOverview(url, turns) {
  const { Database, NominationOverview } = await import(inRoot('libs', 'db', 'dist', 'index.js'));
  const database = new Database(url, 4);
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const startedAt = performance.now();
    await new NominationOverview(database).of({ places: null });
    times.push(performance.now() - startedAt);
  }
  await database.close();
  return { name: 'overview, counted anew', who: 'everywhere', ...percentiles(times) };
}

async function exported(app, key) {
  const startedAt = performance.now();
  const { rawPayload } = await app.inject({ url: `${LIST}/export`, headers: { authorization: `Bearer ${key}` } });
  return { seconds: (performance.now() - startedAt) / 1000, megabytes: rawPayload.length / 1_048_576 };
}

/** The API in this process, on that database and no Temporal server. */
async function apiOn(url) {
  const { createApi, productionParts } = await import(inRoot('apps', 'api', 'dist', 'app.js'));
  const { readEnvironment } = await import(inRoot('libs', 'config', 'dist', 'index.js'));
  const env = { DATABASE_URL: url, LAUREL_SECRET: 'bench'.repeat(8), TEMPORAL_ADDRESS: '127.0.0.1:1', LOG_LEVEL: 'silent' };
  return createApi(productionParts(readEnvironment(env)));
}

export async function runConsole({ quick, say }) {
  const rows = quick ? ROWS.quick : ROWS.full;
  const turns = quick ? TURNS.quick : TURNS.full;
  const postgres = await startPostgres({ fsync: false });
  try {
    await ensureDatabase(postgres.url, 'laurel');
    const url = postgres.urlOf('laurel');
    await migrate(url);
    say(`filling ${rows} nominations`);
    await fill(url, rows);
    const [{ count }] = (await execute(url, 'SELECT count(*)::int AS count FROM nomination')).rows;
    const app = await apiOn(url);
    const made = await keys(url);
    const pages = [...(await measureAll(app, made, turns, say)), await measureOverview(url, turns)];
    const workbook = await exported(app, made.everywhere);
    await app.close();
    // Lists and pages of nominations are judged; the overview is remembered for a few seconds.
    const worst = Math.max(...pages.filter(({ name }) => !name.startsWith('overview')).map(({ p95 }) => p95));
    const target = {
      name: `slowest list or page p95 with ${count} nominations`,
      reached: worst,
      target: `<= ${TARGET_MS} ms`,
      met: worst <= TARGET_MS,
    };
    return { nominations: count, pages, export: workbook, targets: [target] };
  } finally {
    await postgres.stop();
  }
}

/** The figures as a table for people. */
export function printConsole({ pages, nominations, export: workbook, targets }) {
  const line = ({ who, name, p50, p95, p99 }) =>
    `${`${who}: ${name}`.padEnd(42)}${[p50, p95, p99].map((ms) => ms.toFixed(0).padStart(7)).join('')}`;
  const judged = targets.map(
    ({ name, reached, target, met }) => `${met ? 'met   ' : 'missed'} ${name}: ${reached.toFixed(0)} ms (${target})`,
  );
  const head = `${`${nominations} nominations, ms`.padEnd(42)}    p50    p95    p99`;
  return [
    head,
    ...pages.map(line),
    `export of everything: ${workbook.seconds.toFixed(1)} s, ${workbook.megabytes.toFixed(1)} MB`,
    '',
    ...judged,
  ].join('\n');
}
