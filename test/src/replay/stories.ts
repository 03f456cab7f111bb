import { setTimeout as pause } from 'node:timers/promises';
import type { RuleSet } from '@laurel/domain';
import { REPORT, steadyDays, threeLevels, wait, type ServerNomination, type ServerSeason } from '@laurel/testing';

/** A working day of a second: weeks of waiting pass on a real server while one looks. */
export const DAY_MS = 1000;

export function hurriedRules(): RuleSet {
  const short = wait(1, { remindAt: [0, 1], escalateAfter: 1, closesAfter: 5 });
  return threeLevels({
    calendar: steadyDays(DAY_MS),
    unitWait: short,
    decisionWait: wait(60),
    completionWait: wait(1, { remindAt: [0], escalateAfter: null, closesAfter: 1 }),
  });
}

/** A life whose history is kept; ends when the nomination has. */
export type Story = (season: ServerSeason) => Promise<ServerNomination>;

async function toTheEnd(nomination: ServerNomination): Promise<ServerNomination> {
  await nomination.result();
  return nomination;
}

/** The lives that a changed workflow must still understand, by the name of their file. */
export const STORIES: Readonly<Record<string, Story>> = {
  async 'awarded-at-three-levels'(season) {
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.decide('approve-and-refer-up');
    await nomination.decide('approve');
    return toTheEnd(nomination);
  },
  async 'returned-and-completed'(season) {
    const nomination = await season.submit({ documents: [] });
    await nomination.until(({ stage }) => stage === 'completion');
    await nomination.tell({ kind: 'complete', documents: [REPORT] });
    await nomination.decide('approve');
    await nomination.decide('reject', 'chưa đủ');
    return toTheEnd(nomination);
  },
  async lapsed(season) {
    return toTheEnd(await season.submit({ documents: [] }));
  },
  async 'held-and-lifted'(season) {
    const nomination = await season.submit();
    await nomination.until(({ stage }) => stage === 'review');
    await nomination.tell({ kind: 'hold', holdId: 'H1', authority: 'inspectorate' });
    await pause(3 * DAY_MS);
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'inspectorate', outcome: 'cleared' });
    await nomination.ask({ kind: 'extend', workingDays: 5 });
    await nomination.decide('approve');
    await nomination.decide('approve');
    return toTheEnd(nomination);
  },
  async withdrawn(season) {
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.tell({ kind: 'withdraw' });
    return toTheEnd(nomination);
  },
  async 'escalated-and-handed-over'(season) {
    const nomination = await season.submit();
    await nomination.until(() => nomination.actions.includes('handed-over'));
    await nomination.decide('approve');
    await nomination.decide('approve');
    return toTheEnd(nomination);
  },
  async 'continued-as-new'(season) {
    const nomination = await season.submit({ continueAfterEvents: 15 });
    await nomination.until(() => nomination.actions.includes('escalated'));
    await nomination.decide('approve');
    await nomination.decide('refer-up');
    await nomination.decide('approve');
    return toTheEnd(nomination);
  },
};

/** Fails for everybody while it lasts, so it is told alone. */
export const RECORDED_LATE: Story = async (season) => {
  const nomination = await season.submit();
  await nomination.until(({ stage }) => stage === 'review');
  const down = new Error('the database is down');
  // A stack would carry the paths of the machine that recorded it.
  down.stack = String(down);
  const mend = season.desk.faults.breakDown('recordAct', down);
  const decision = nomination.decide('approve');
  await pause(5000);
  mend();
  await decision;
  await nomination.decide('approve');
  return toTheEnd(nomination);
};
