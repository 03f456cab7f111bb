// Resident memory while nominations wait for people.
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './clock.mjs';
import { median, residentMb } from './figures.mjs';

const AT_ONCE = 32;
/** They are received a few at a time, so that the decisions of people need not wait behind them. */
const PATIENCE_MS = 1_200_000;
const FIRST_NUMBER = 1_000_000;

/** Several looks, for garbage comes and goes. */
async function settledMb(pid) {
  const looks = [];
  for (let i = 0; i < 10; i++) {
    await sleep(400);
    looks.push(residentMb(pid));
  }
  return median(looks);
}

/**
 * Lets nominations wait for their first decision: `steps[0]`, then `steps[1]` in all, and looks at each step. The cache is
 * bounded, so what waits beyond it must cost the worker nothing.
 * @param {Awaited<ReturnType<typeof import('./laurel-side.mjs').laurelSide>>} side
 */
export async function measureMemory(side, { stage, steps, onProgress }) {
  let waiting = 0;
  const count = (mail) => {
    if (mail.kind === 'assignment') waiting += 1;
  };
  stage.mails.on('mail', count);
  const looks = [];
  let begun = 0;
  try {
    for (const goal of steps) {
      const begin = async () => {
        while (begun < goal) await side.begin(FIRST_NUMBER + begun++);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, begin));
      onProgress(`${goal} waiting`);
      await until(`${goal} nominations waiting`, () => waiting >= goal, { timeoutMs: PATIENCE_MS, everyMs: 200 });
      looks.push({ waiting: goal, workerMb: await settledMb(side.workerPid), serverMb: residentMb(stage.temporal.pid) });
    }
  } finally {
    stage.mails.off('mail', count);
  }
  return { looks, ...growthOf(looks) };
}

function growthOf(looks) {
  const [first, last] = [looks[0], looks.at(-1)];
  const thousands = (last.waiting - first.waiting) / 1000;
  const growthMb = last.workerMb - first.workerMb;
  return { growthMb, perThousandMb: growthMb / thousands, serverPerThousandMb: (last.serverMb - first.serverMb) / thousands };
}
