// What it takes to look for duplicates of a filing among 100,000 nominees: the same person under another spelling or in
// another unit, and the same deed in like words. Names are spread as Vietnamese names are: four in ten are called Nguyễn.
import { performance } from 'node:perf_hooks';
import { migrate } from '../lib/database.mjs';
import { inRoot } from '../lib/paths.mjs';
import { ensureDatabase, startPostgres } from '../postgres.mjs';
import { percentiles } from './figures.mjs';
import { fillTables, oneOf, UNIT } from './filling.mjs';
import { DEEDS, FAMILY, GIVEN, MIDDLE } from './people.mjs';

export const TARGET_MS = 50;
const ROWS = { full: 100_000, quick: 20_000 };
const CHECKS = { full: 400, quick: 150 };
const WARM_UP = 20;

/** As many nominees, each with one nomination; one in fifty stands in the registry twice, spelled without diacritics. */
function registry(template, rows) {
  return [
    'DROP INDEX nominee_folded_trigrams',
    `CREATE TEMP TABLE fresh AS
     SELECT g, 'bench' || lpad(g::text, 10, '0') AS id, CASE WHEN g % 50 = 0 THEN initcap(folded(name)) ELSE name END AS name, folded(name) AS folded,
            unit, 1940 + h % 65 AS born, deed
       FROM (SELECT g, h, ${oneOf(FAMILY, 'h')} || ' ' || ${oneOf(MIDDLE, '(h / 11)')} || ' ' || ${oneOf(GIVEN, '(h / 131)')} AS name,
                    ${oneOf(DEEDS, '(h / 17)')} || ' tổ ' || (h / 29) % 400 AS deed,
                    ${UNIT} AS unit
               FROM (SELECT g, abs(hashint4(CASE WHEN g % 50 = 0 THEN g - 1 ELSE g END)) AS h FROM generate_series(1, ${rows}) g) numbers) people`,
    `INSERT INTO nominee (id, programme, identity, kind, full_name, folded, unit, birth_year)
     SELECT id, 'nam-tu-liem-ntvt', id, 'individual', name, folded, unit, born FROM fresh`,
    // Made once a row, not once for each of its columns.
    `INSERT INTO nomination SELECT (r).* FROM (SELECT jsonb_populate_record(n, jsonb_build_object('id', f.id, 'unit', f.unit, 'nominee_id', f.id, 'deed', folded(f.deed),
            'nominee', n.nominee || jsonb_build_object('fullName', f.name), 'achievement', n.achievement || jsonb_build_object('title', f.deed))) AS r
       FROM nomination n, fresh f WHERE n.id = '${template}' OFFSET 0) made`,
    'CREATE INDEX nominee_folded_trigrams ON nominee USING gin (folded gin_trgm_ops)',
  ];
}

async function timed(ids, work) {
  for (const id of ids.slice(0, WARM_UP)) await work(id);
  const times = [];
  for (const id of ids) {
    const startedAt = performance.now();
    await work(id);
    times.push(performance.now() - startedAt);
  }
  return percentiles(times);
}

/** The share of people under a second spelling whom the check of a filing finds. */
async function shareFound(facts, doubles) {
  const found = [];
  for (const id of doubles) {
    const before = `bench${String(Number(id.slice(5)) - 1).padStart(10, '0')}`;
    found.push((await facts.of(id, [], true)).lookalikes.some((other) => other.id === before));
  }
  return found.filter(Boolean).length / found.length;
}

async function checked(database, count) {
  const { NomineeRepository, RegistryFactsReading } = await import(inRoot('libs', 'db', 'dist', 'index.js'));
  const pick = async (where) =>
    (await database.pool.query(`SELECT id FROM nominee WHERE ${where} ORDER BY md5(id) LIMIT ${count}`)).rows.map(({ id }) => id);
  const facts = new RegistryFactsReading(database);
  const nominees = new NomineeRepository(database);
  return {
    filing: await timed(await pick(`id LIKE 'bench%'`), (id) => facts.of(id, [], true)),
    proposals: await timed(await pick(`id LIKE 'bench%'`), (id) => nominees.proposals(id)),
    share: await shareFound(facts, await pick(`id LIKE 'bench%' AND right(id, 10)::int % 50 = 0`)),
  };
}

const judged = (name, reached) => ({ name, reached, target: `<= ${TARGET_MS} ms`, met: reached <= TARGET_MS });

/** Every filing's check, and what a secretariat asks for one nominee; also how many of the doubles it finds. */
export async function measureDuplicates({ quick, say }) {
  const { Database } = await import(inRoot('libs', 'db', 'dist', 'index.js'));
  const rows = quick ? ROWS.quick : ROWS.full;
  const postgres = await startPostgres({ fsync: false });
  try {
    await ensureDatabase(postgres.url, 'laurel');
    const url = postgres.urlOf('laurel');
    await migrate(url);
    const database = new Database(url, 4, { plansOnce: true });
    say(`filling ${rows} nominees`);
    await fillTables(database, (template) => registry(template, rows));
    const { filing, proposals, share } = await checked(database, quick ? CHECKS.quick : CHECKS.full);
    await database.close();
    const times = `filing p95 ${filing.p95.toFixed(1)} ms, proposals p95 ${proposals.p95.toFixed(1)} ms`;
    say(`${times}, doubles found ${(share * 100).toFixed(0)} %`);
    return {
      nominees: rows,
      checks: { 'duplicate check at filing': filing, 'proposals for a nominee': proposals },
      doublesFound: share,
      targets: [
        judged(`duplicate check p95 with ${rows} nominees`, filing.p95),
        judged(`proposals p95 with ${rows} nominees`, proposals.p95),
      ],
    };
  } finally {
    await postgres.stop();
  }
}

/** The figures as a table for people. */
export function printDuplicates({ nominees, checks, doublesFound, targets }) {
  const line = ([name, { p50, p95, p99 }]) => `${name.padEnd(42)}${[p50, p95, p99].map((ms) => ms.toFixed(1).padStart(8)).join('')}`;
  const lines = targets.map(
    ({ name, reached, target, met }) => `${met ? 'met   ' : 'missed'} ${name}: ${reached.toFixed(1)} ms (${target})`,
  );
  const head = `${`${nominees} nominees, ms`.padEnd(42)}     p50     p95     p99`;
  return [head, ...Object.entries(checks).map(line), `doubles found: ${(doublesFound * 100).toFixed(0)} %`, ...lines].join('\n');
}
