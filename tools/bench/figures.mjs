// What the operating system, PostgreSQL and Temporal know about a round.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** CPU time in /proc counts in these. */
const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The numbers of /proc/<pid>/stat behind the name, which may hold spaces; undefined when the process is gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), own: Number(fields[11]) + Number(fields[12]), reaped: Number(fields[13]) + Number(fields[14]) };
  } catch {
    return undefined;
  }
}

/** CPU milliseconds of a process so far. */
export const cpuOf = (pid) => (statOf(pid)?.own ?? 0) * TICK_MS;

/** CPU milliseconds of a process, its living children and those that have ended: PostgreSQL has one per connection. */
export function cpuOfFamily(pid) {
  let ticks = (statOf(pid)?.own ?? 0) + (statOf(pid)?.reaped ?? 0);
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (stat?.parent === pid) ticks += stat.own;
  }
  return ticks * TICK_MS;
}

/** Resident memory, MB. */
export function residentMb(pid) {
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb ?? 0) / 1024;
}

/** Transactions that a database has committed or rolled back so far. Asked over the administrator's connection. */
export class Transactions {
  constructor(adminUrl) {
    this.pool = new pg.Pool({ connectionString: adminUrl, max: 1 });
    this.pool.on('error', () => {});
  }

  async of(database) {
    const text = 'SELECT (xact_commit + xact_rollback)::float8 AS count FROM pg_stat_database WHERE datname = $1';
    return (await this.pool.query(text, [database])).rows[0].count;
  }

  close() {
    return this.pool.end();
  }
}

const LOCAL_ACTIVITY = 'core_local_activity';

/** What the history of one workflow holds. */
export function countHistory({ events = [] }) {
  const of = (attribute) => events.filter((event) => event[attribute]).length;
  const markers = events.map((event) => event.markerRecordedEventAttributes?.markerName);
  return {
    workflowTasks: of('workflowTaskCompletedEventAttributes'),
    events: events.length,
    activities: of('activityTaskScheduledEventAttributes'),
    localActivities: markers.filter((name) => name === LOCAL_ACTIVITY).length,
  };
}

/** The value below which `share` of the samples lie, nearest rank; null without samples. */
export function percentile(samples, share) {
  if (samples.length === 0) return null;
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export const percentiles = (samples) => ({
  p50: percentile(samples, 0.5),
  p95: percentile(samples, 0.95),
  p99: percentile(samples, 0.99),
  samples: samples.length,
});

/** The middle value, of an even number the mean of the two in the middle; null without values. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
}

export const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
