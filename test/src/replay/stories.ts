import { setTimeout as pause } from 'node:timers/promises';
import type { RuleSet } from '@laurel/domain';
import { fullReview, REPORT, steadyDays, threeLevels, wait, type ServerNomination, type ServerSeason } from '@laurel/testing';

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

const SHORT = wait(1, { remindAt: [0, 1], escalateAfter: 1, closesAfter: 2 });

/** The same season where the district appraises, consults and publishes, in days of a second. */
export function hurriedReview(): RuleSet {
  return fullReview({
    calendar: steadyDays(DAY_MS),
    unitWait: wait(60),
    decisionWait: wait(60),
    appraisal: { wait: wait(60), moreTime: { workingDays: 2, times: 1 } },
    consultation: { wait: SHORT, onSilence: 'object', answerWait: wait(60) },
    notice: { clock: { mode: 'working-days', days: 3, countStartDay: false }, answerWait: SHORT },
  });
}

const text = (words: string): { readonly vi: string; readonly en: string } => ({ vi: words, en: words });

/** The short season, with complaints about its results and with revocation. */
export function hurriedComplaints(): RuleSet {
  const complaint = {
    grounds: [{ ground: 'procedure', text: text('Sai trình tự') }],
    fileWithin: { mode: 'working-days', days: 600, countStartDay: false },
    handler: 'district/chairman',
    wait: wait(1, { remindAt: [0, 1], escalateAfter: 1, closesAfter: 8 }),
    second: null,
  } as const;
  return { ...hurriedRules(), complaint, revocation: { grounds: [{ ground: 'fraud', text: text('Gian dối') }] } };
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
  async 'begun-by-its-first-decision'(season) {
    const nomination = await season.submitReceived();
    await nomination.decide('approve');
    await nomination.decide('reject', 'chưa đủ');
    return toTheEnd(nomination);
  },
  async 'begun-by-its-first-instant'(season) {
    return toTheEnd(await season.submitReceived({ documents: [] }));
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

/** Lives under {@link hurriedReview}: one for each kind of stage before the decision, and what people do in them. */
export const REVIEW_STORIES: Readonly<Record<string, Story>> = {
  async 'appraised-consulted-published'(season) {
    const nomination = await season.submit();
    for (const choice of ['approve', 'eligible', 'agree', 'agree'] as const) await nomination.decide(choice);
    await nomination.decide('approve');
    return toTheEnd(nomination);
  },
  async 'found-ineligible'(season) {
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.decide('ineligible', 'chưa đủ', 'violation');
    return toTheEnd(nomination);
  },
  async 'silence-upheld'(season) {
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.decide('eligible');
    await nomination.until(() => nomination.actions.includes('objections-to-answer'));
    await nomination.decide('uphold', 'chưa đủ');
    return toTheEnd(nomination);
  },
  async 'feedback-answered-late'(season) {
    const nomination = await season.submit();
    for (const choice of ['approve', 'eligible', 'agree', 'agree'] as const) await nomination.decide(choice);
    await nomination.until(({ stage }) => stage === 'notice');
    await nomination.hearPublic();
    await nomination.until(() => nomination.actions.includes('handed-over'));
    await nomination.decide('answer', 'chưa đủ');
    await nomination.decide('approve');
    return toTheEnd(nomination);
  },
  async 'conflict-more-time-and-declined'(season) {
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.ask({ kind: 'more-time', taskId: await nomination.openTask(), time: 1 });
    await nomination.decide('eligible');
    await nomination.ask({ kind: 'conflict', taskId: await nomination.openTask() });
    await nomination.ask({ kind: 'extend', workingDays: 3, taskId: await nomination.openTask() });
    await nomination.tell({ kind: 'withdraw' });
    return toTheEnd(nomination);
  },
};

async function refused(season: ServerSeason): Promise<ServerNomination> {
  const nomination = await season.submit();
  await nomination.decide('approve');
  await nomination.decide('reject', 'chưa đủ');
  return toTheEnd(nomination);
}

const COMPLAINT = { kind: 'complain', ground: 'procedure', by: 'ông Phùng Quang Huy', email: 'huy@example.vn' } as const;

/** Lives under {@link hurriedComplaints}, from where a nomination that had ended is taken up again. */
export const AFTERWARDS_STORIES: Readonly<Record<string, Story>> = {
  async 'complaint-answered'(season) {
    const nomination = await refused(season);
    await nomination.takeUp(COMPLAINT, 'chưa đủ');
    await nomination.until(() => nomination.actions.includes('escalated'));
    await nomination.decide('answer', 'chưa đủ');
    return toTheEnd(nomination);
  },
  async 'complaint-held-handed-over-and-upheld'(season) {
    const nomination = await refused(season);
    await nomination.takeUp(COMPLAINT, 'chưa đủ');
    await nomination.tell({ kind: 'hold', holdId: 'H1', authority: 'inspectorate' });
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'inspectorate', outcome: 'cleared' });
    await nomination.until(() => nomination.actions.includes('handed-over'));
    await nomination.decide('uphold', 'chưa đủ');
    return toTheEnd(nomination);
  },
  async 'revoked-while-a-complaint-is-heard'(season) {
    const nomination = await season.submit();
    await nomination.decide('approve');
    await nomination.decide('approve');
    await toTheEnd(nomination);
    await nomination.takeUp(COMPLAINT, 'chưa đủ');
    await nomination.takeUp({ kind: 'revoke', ground: 'fraud', paper: '9/QĐ-UBND', revokedOn: null }, 'chưa đủ');
    return toTheEnd(nomination);
  },
  async reopened(season) {
    const nomination = await refused(season);
    await nomination.takeUp({ kind: 'reopen', stage: 'district-decision' }, 'chưa đủ');
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
