// The suite `spine`: the approval through three levels, plain and as Laurel, alternating, on the same servers.
import { setTimeout as sleep } from 'node:timers/promises';
import { Transactions } from './figures.mjs';
import { measureIntake } from './intake.mjs';
import { laurelSide } from './laurel-side.mjs';
import { measureMemory } from './memory.mjs';
import { plainSide } from './plain-side.mjs';
import { measureRecovery } from './recovery.mjs';
import { judge, summarise } from './report.mjs';
import { measureHistories, measureRound } from './round.mjs';
import { setStage } from './stage.mjs';

/** On the plain side: enough that no round reads a history again. Laurel keeps to its default, which is less. */
const CACHED_WORKFLOWS = 500;

const FULL = {
  rounds: [
    { inFlight: 1, count: 15, times: 3 },
    { inFlight: 16, count: 64, times: 3 },
    { inFlight: 64, count: 160, times: 3 },
    { inFlight: 256, count: 256, times: 1 },
  ],
  waiting: [1_000, 10_000],
  events: 4_000,
};
const QUICK = {
  rounds: [
    { inFlight: 1, count: 8, times: 1 },
    { inFlight: 16, count: 48, times: 1 },
    { inFlight: 64, count: 96, times: 1 },
  ],
  // Both beyond what is cached, or the first look would see the cache half empty.
  waiting: [600, 1_200],
  events: 1_000,
};
const WARM_UP = { inFlight: 16, count: 48 };

/** Parts that can be left out while one of them is being worked on. */
export const PARTS = ['rounds', 'recovery', 'memory', 'intake'];

/** Histories and transactions are counted in a round of so many in flight: relays gather a little, as in life. */
const SHAPE_AT = 16;

/** What is left of a round (mails of results, their rows) is over when the next begins. */
const PAUSE_MS = 500;

async function playRounds(sides, bench, rounds, say) {
  const results = [];
  for (const { inFlight, count, times } of rounds) {
    for (let turn = 0; turn < times; turn++) {
      for (const side of sides) {
        say(`${side.name}, ${inFlight} in flight`);
        results.push(await measureRound(side, bench, { inFlight, count }));
        await sleep(PAUSE_MS);
      }
    }
  }
  return results;
}

async function shapeOf(sides, rounds) {
  const shape = {};
  for (const side of sides) {
    const played = rounds.find((round) => round.side === side.name && round.inFlight === SHAPE_AT);
    shape[side.name] = { ...(await measureHistories(side, played.sample)), transactions: played.perNomination.transactions };
  }
  return shape;
}

async function measureAll(sides, bench, { plan, parts, say }) {
  const found = {};
  const laurel = sides.find(({ name }) => name === 'laurel');
  for (const side of sides) {
    say(`${side.name}, warming up`);
    await measureRound(side, bench, WARM_UP);
  }
  if (parts.includes('rounds')) {
    const rounds = await playRounds(sides, bench, plan.rounds, say);
    Object.assign(found, { levels: summarise(rounds), shape: await shapeOf(sides, rounds) });
  }
  if (parts.includes('recovery')) {
    found.recovery = [];
    for (const side of sides) {
      say(`${side.name}, kill -9 of the worker`);
      found.recovery.push(await measureRecovery(side, bench));
    }
  }
  if (parts.includes('memory')) {
    say('memory of the waiting');
    found.memory = await measureMemory(laurel, { stage: bench.stage, steps: plan.waiting, onProgress: say });
  }
  for (const side of sides) await side.stopWorker();
  if (parts.includes('intake')) {
    say('intake');
    found.intake = await measureIntake(laurel, { stage: bench.stage, count: plan.events });
  }
  return found;
}

/**
 * Runs the suite and leaves nothing behind.
 * @param {{ quick: boolean, parts: string[], profileDir?: string, only?: string, say: (text: string) => void }} options
 */
export async function runSpine({ quick, parts, profileDir, only, say }) {
  say('starting PostgreSQL, Temporal and the mail sink');
  const stage = await setStage();
  const transactions = new Transactions(stage.postgres.url);
  const sides = [];
  try {
    for (const make of [plainSide, laurelSide]) sides.push(await make(stage, { cachedWorkflows: CACHED_WORKFLOWS, profileDir }));
    for (const side of sides) side.startWorker();
    const played = only ? sides.filter(({ name }) => name === only) : sides;
    const found = await measureAll(played, { stage, transactions }, { plan: quick ? QUICK : FULL, parts, say });
    return { ...found, targets: judge({ levels: [], ...found }) };
  } finally {
    for (const side of sides) await side.close().catch(() => {});
    await transactions.close().catch(() => {});
    await stage.stop();
  }
}
