// How soon nominations move again after `kill -9` of the worker.
import { setTimeout as sleep } from 'node:timers/promises';
import { now, until } from './clock.mjs';
import { percentile } from './figures.mjs';
import { Round } from './round.mjs';

const IN_FLIGHT = 64;
/** Later than this counts as never. */
const LIMIT_MS = 60_000;

/** How long what was begun may take to end once all move. */
const LAST_MS = 20_000;

/** A round that has no end: who has ended is replaced. */
const ENDLESS = 100_000;

/**
 * Kills the worker in the middle of a round, starts another at once, and looks when each nomination that was under way
 * has its next decision acknowledged or has ended.
 * @param {import('./round.mjs').Side} side
 * @returns {Promise<{ side: string, inFlight: number, halfSeconds: number, allSeconds: number | null, stuck: number }>}
 */
export async function measureRecovery(side, { stage }) {
  const waiting = new Set();
  const seconds = [];
  let startedAt = 0;
  const onMoved = (id) => {
    if (waiting.delete(id)) seconds.push((now() - startedAt) / 1000);
  };
  const round = new Round(side, stage.mails, { count: ENDLESS, inFlight: IN_FLIGHT, onMoved });
  const played = round.play();
  played.catch(() => {});
  await Promise.race([played, until('A third of the nominations', () => round.completed.length >= IN_FLIGHT / 3, { timeoutMs: LIMIT_MS })]);
  await side.killWorker();
  round.count = round.begun;
  for (const id of round.open.keys()) waiting.add(id);
  const inFlight = waiting.size;
  startedAt = now();
  side.startWorker();
  await Promise.race([played, allMoved(waiting)]);
  const stuck = waiting.size;
  // Those begun are played to their end, so that nothing is under way when the servers go.
  await Promise.race([played, sleep(LAST_MS, undefined, { ref: false })]);
  return { side: side.name, inFlight, halfSeconds: percentile(seconds, 0.5), allSeconds: stuck > 0 ? null : Math.max(...seconds), stuck };
}

async function allMoved(waiting) {
  await until('All moving again', () => waiting.size === 0, { timeoutMs: LIMIT_MS }).catch(() => {});
}
