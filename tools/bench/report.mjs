// The figures as JSON and as a table that says which targets are met.
import { mean, median, percentiles } from './figures.mjs';

/** What is to be reached; ratios are Laurel by the plain way. */
export const TARGETS = { throughputRatio: 2.5, nextMailRatio: 0.3, allMoveSeconds: 5, memoryGrowthMb: 50, intakePerSecond: 500 };

const JUDGED = [16, 64];

/** Several rounds of one side with the same number in flight: the median throughput, all latencies together. */
function summaryOf(rounds) {
  if (rounds.length === 0) return null;
  const perNomination = {};
  for (const key of Object.keys(rounds[0].perNomination)) perNomination[key] = mean(rounds.map((round) => round.perNomination[key]));
  return {
    rounds: rounds.length,
    nominations: rounds.reduce((sum, { count }) => sum + count, 0),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    acknowledgedMs: percentiles(rounds.flatMap(({ acknowledged }) => acknowledged)),
    nextMailMs: percentiles(rounds.flatMap(({ nextMail }) => nextMail)),
    cpuMsPerNomination: {
      server: perNomination.server,
      worker: perNomination.worker,
      postgres: perNomination.postgres,
      sink: perNomination.sink,
      driver: perNomination.driver,
    },
    transactionsPerNomination: perNomination.transactions,
  };
}

const ratio = (a, b) => (a === null || b === null || b === 0 ? null : a / b);

/** Ratios of pairs of rounds played one after the other: what disturbs one disturbs the other. */
function ratiosOf(plain, laurel) {
  const pairs = laurel.map((round, index) => [round, plain[index]]).filter(([, other]) => other);
  const next = (round) => percentiles(round.nextMail);
  return {
    throughput: median(pairs.map(([a, b]) => a.perSecond / b.perSecond)),
    acknowledgedP95: median(pairs.map(([a, b]) => ratio(percentiles(a.acknowledged).p95, percentiles(b.acknowledged).p95))),
    nextMailP50: median(pairs.map(([a, b]) => ratio(next(a).p50, next(b).p50))),
    nextMailP95: median(pairs.map(([a, b]) => ratio(next(a).p95, next(b).p95))),
  };
}

/** @returns levels of concurrency with both sides and their ratios */
export function summarise(rounds) {
  return [...new Set(rounds.map(({ inFlight }) => inFlight))].map((inFlight) => {
    const of = (side) => rounds.filter((round) => round.inFlight === inFlight && round.side === side);
    return { inFlight, plain: summaryOf(of('plain')), laurel: summaryOf(of('laurel')), ratios: ratiosOf(of('plain'), of('laurel')) };
  });
}

/** Each target with what was reached; `met` is null for what was not measured. */
export function judge({ levels, recovery, memory, intake }) {
  const atLeast = (name, reached, target, unit) => ({
    name,
    reached,
    target: `>= ${target}${unit}`,
    met: reached === null ? null : reached >= target,
  });
  const atMost = (name, reached, target, unit) => ({
    name,
    reached,
    target: `<= ${target}${unit}`,
    met: reached === null ? null : reached <= target,
  });
  const judged = levels.filter(({ inFlight }) => JUDGED.includes(inFlight));
  const laurel = recovery?.find(({ side }) => side === 'laurel');
  return [
    ...judged.map(({ inFlight, ratios }) =>
      atLeast(`throughput at ${inFlight}, times plain`, ratios.throughput, TARGETS.throughputRatio, ' x'),
    ),
    ...judged.map(({ inFlight, ratios }) =>
      atMost(`decision -> next mail p95 at ${inFlight}, times plain`, ratios.nextMailP95, TARGETS.nextMailRatio, ' x'),
    ),
    atMost('all move again after kill -9', laurel ? (laurel.allSeconds ?? Infinity) : null, TARGETS.allMoveSeconds, ' s'),
    atMost('worker memory growth', memory?.growthMb ?? null, TARGETS.memoryGrowthMb, ' MB'),
    atLeast('event intake', intake?.perSecond ?? null, TARGETS.intakePerSecond, '/s'),
  ];
}

const show = (value, digits = 1) =>
  value === null || value === undefined ? '–' : Number.isFinite(value) ? value.toFixed(digits) : 'never';
const three = (side, key) => (side ? [side[key].p50, side[key].p95, side[key].p99].map((value) => show(value, 0)).join(' / ') : '–');

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('   ')
      .trimEnd();
  return [line(rows[0]), widths.map((width) => '-'.repeat(width)).join('   '), ...rows.slice(1).map(line)].join('\n');
}

function levelRows({ inFlight, plain, laurel, ratios }) {
  const cpu = (side) =>
    side
      ? Object.values(side.cpuMsPerNomination)
          .map((ms) => show(ms, 0))
          .join(' + ')
      : '–';
  return [
    [`${inFlight} in flight: nominations/s`, show(plain?.perSecond), show(laurel?.perSecond), `${show(ratios.throughput, 2)} x`],
    [
      '  decision acknowledged p50/p95/p99, ms',
      three(plain, 'acknowledgedMs'),
      three(laurel, 'acknowledgedMs'),
      `${show(ratios.acknowledgedP95, 2)} x`,
    ],
    [
      '  decision -> next mail p50/p95/p99, ms',
      three(plain, 'nextMailMs'),
      three(laurel, 'nextMailMs'),
      `${show(ratios.nextMailP95, 2)} x`,
    ],
    ['  CPU ms: server + worker + PG + sink + driver', cpu(plain), cpu(laurel), ''],
  ];
}

function shapeRows({ plain, laurel }) {
  const row = (title, key) => [
    title,
    show(plain?.[key]),
    show(laurel?.[key]),
    `${show(ratio(laurel?.[key] ?? null, plain?.[key] ?? null), 2)} x`,
  ];
  return [
    row('a nomination: workflow tasks', 'workflowTasks'),
    row('  history events', 'events'),
    row('  activities', 'activities'),
    row('  local activities', 'localActivities'),
    row('  PostgreSQL transactions', 'transactions'),
  ];
}

function recoveryRows(recovery) {
  const of = (name) => recovery.find(({ side }) => side === name);
  const [plain, laurel] = [of('plain'), of('laurel')];
  const all = (side) => (side?.stuck > 0 ? `${side.stuck} stuck` : show(side?.allSeconds));
  return [
    [`kill -9 with ${(laurel ?? plain).inFlight} in flight: half move, s`, show(plain?.halfSeconds), show(laurel?.halfSeconds), ''],
    ['  all move, s', all(plain), all(laurel), ''],
  ];
}

function memoryRows({ looks, growthMb, perThousandMb, serverPerThousandMb }) {
  return [
    ...looks.map(({ waiting, workerMb, serverMb }) => [
      `${waiting} waiting: worker / server MB`,
      '',
      `${show(workerMb, 0)} / ${show(serverMb, 0)}`,
      '',
    ]),
    ['  growth of the worker, MB; per 1,000', '', `${show(growthMb)}; ${show(perThousandMb)}`, ''],
    ['  growth of the server per 1,000, MB', '', show(serverPerThousandMb), ''],
  ];
}

function intakeRows(intake) {
  if (intake.skipped) return [[`event intake: skipped, ${intake.skipped}`, '', '', '']];
  return [
    ['event intake over HTTP, events/s', '', show(intake.perSecond, 0), ''],
    ['  answered p50/p95/p99, ms', '', three(intake, 'answered'), ''],
  ];
}

/** The whole report as text. */
export function print({ levels, shape, recovery, memory, intake, targets }) {
  const rows = [['', 'plain', 'laurel', 'laurel / plain'], ...levels.flatMap(levelRows)];
  if (shape) rows.push(...shapeRows(shape));
  if (recovery) rows.push(...recoveryRows(recovery));
  if (memory) rows.push(...memoryRows(memory));
  if (intake) rows.push(...intakeRows(intake));
  const verdicts = targets.map(({ name, reached, target, met }) => [
    name,
    show(reached, 2),
    target,
    met === null ? 'not measured' : met ? 'met' : 'NOT MET',
  ]);
  return `${table(rows)}\n\n${table([['target', 'reached', 'to reach', ''], ...verdicts])}\n`;
}
