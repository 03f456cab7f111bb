import { expect } from '@jest/globals';
import type { ActBody } from '@laurel/domain';
import { DAY_MS, REPORT, type StepName, type VirtualNomination, type VirtualSeason } from '@laurel/testing';
import type fc from 'fast-check';
import type { PaperNomination } from './life.model.ts';

/** The engine's side: a season in process, with one nomination in it. */
export interface Real {
  readonly season: VirtualSeason;
  readonly nomination: VirtualNomination;
  /** How often each act was recorded and refused, over all lives. */
  readonly seen: Map<string, number>;
}

/** How the worker that takes a step dies: before its commit, or after it and before the engine hears of it. */
export type Death = 'none' | 'before-commit' | 'after-commit';

const MINUTE_MS = 60_000;
const STEPS: readonly StepName[] = ['recordAct', 'remindReviewers', 'escalateDelay', 'closeOverdue', 'publishResult'];

type Choice = Extract<ActBody, { kind: 'decide' }>['choice'];

/** An act of somebody, whether it counts on paper, and how the worker fares that records it. */
export interface Deed {
  readonly name: string;
  readonly on: (paper: PaperNomination) => boolean;
  readonly body: (nomination: VirtualNomination) => ActBody;
}

const decide = (choice: Choice, on: Deed['on']): Deed => ({
  name: choice,
  on,
  body: ({ tasks }) => ({ kind: 'decide', taskId: tasks[0]?.id ?? 'none', choice, number: null, signedOn: null }),
});

const delegateTo = (toPersonId: string, on: Deed['on']): Deed => ({
  name: `delegate to the ${toPersonId}`,
  on,
  body: ({ tasks }) => ({ kind: 'delegate', taskId: tasks[0]?.id ?? 'none', toPersonId }),
});

const tell = (name: string, body: ActBody, on: Deed['on']): Deed => ({ name, on, body: () => body });

const holds = (holdId: string): readonly (readonly [number, Deed])[] => [
  [1, tell('hold', { kind: 'hold', holdId, authority: 'thanh tra' }, (paper) => paper.hold(holdId))],
  [5, tell('lift-hold', { kind: 'lift-hold', holdId, authority: 'thanh tra', outcome: 'cleared' }, (paper) => paper.lift(holdId))],
];

/** Each with its weight: what ends a life is rare, what prolongs it is not. */
export const DEEDS: readonly (readonly [number, Deed])[] = [
  [2, decide('approve', (paper) => (paper.level === 0 ? paper.endorse() : paper.award()))],
  [2, decide('refer-up', (paper) => paper.level === 1 && paper.endorse())],
  [2, decide('approve-and-refer-up', (paper) => paper.awardAndReferUp())],
  [1, decide('reject', (paper) => paper.reject())],
  [5, decide('return', (paper) => paper.giveBack())],
  [6, tell('complete', { kind: 'complete', documents: [REPORT] }, (paper) => paper.complete())],
  [3, delegateTo('deputy', (paper) => paper.delegate())],
  // Who filed a nomination never decides on it in somebody's stead.
  [1, delegateTo('officer', () => false)],
  ...holds('H1'),
  ...holds('H2'),
  [3, tell('extend', { kind: 'extend', workingDays: 3 }, (paper) => paper.extend(3))],
  [1, tell('withdraw', { kind: 'withdraw' }, (paper) => paper.withdraw())],
];

/** What the engine's side shows is what paper says; what the workflow knows is what the tables say. */
async function agree(paper: PaperNomination, { nomination }: Real): Promise<void> {
  const { state, level, held, stage } = nomination.standing;
  if (paper.ended !== null) {
    expect([state, stage, nomination.result?.state]).toEqual([paper.ended, 'ended', paper.ended]);
    return;
  }
  expect({ state, level, held }).toEqual({ state: paper.state, level: paper.levelName, held: paper.held });
  expect(await nomination.knows()).toEqual(nomination.standing);
}

function strike({ season }: Real, death: Death, step: StepName): void {
  if (death === 'before-commit') season.desk.faults.fail(step, 2);
  if (death === 'after-commit') season.desk.faults.loseAnswer(step, 2);
}

/** Somebody acts, and perhaps the worker dies over it. */
export class Act implements fc.AsyncCommand<PaperNomination, Real> {
  private readonly deed: Deed;
  private readonly death: Death;

  constructor(deed: Deed, death: Death) {
    this.deed = deed;
    this.death = death;
  }

  check(paper: Readonly<PaperNomination>): boolean {
    return paper.ended === null;
  }

  async run(paper: PaperNomination, real: Real): Promise<void> {
    const { season, nomination, seen } = real;
    const before = nomination.standing.seq;
    strike(real, this.death, 'recordAct');
    const body = this.deed.body(nomination);
    const actor = nomination.tasks[0]?.personId ?? 'officer';
    if (body.kind === 'decide')
      await nomination.press({ choice: body.choice, reason: 'vì thế', task: { id: body.taskId, personId: actor } });
    else await nomination.tell(body, body.kind === 'delegate' ? actor : 'source:office');
    await season.advance(MINUTE_MS);
    season.desk.faults.mendAll();
    const counts = this.deed.on(paper);
    const key = `${this.deed.name} ${counts ? 'recorded' : 'refused'}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    expect([this.deed.name, nomination.standing.seq > before]).toEqual([this.deed.name, counts]);
    // Also in the minute that an act takes a deadline may come, but only where paper does not forbid it.
    if (paper.pass(MINUTE_MS) !== 'open' && nomination.standing.stage === 'ended') paper.lapse();
    await agree(paper, real);
  }

  toString(): string {
    return this.death === 'none' ? this.deed.name : `${this.deed.name} (${this.death})`;
  }
}

/** Days go by; whatever is due is done, also when the worker dies over it. */
export class Wait implements fc.AsyncCommand<PaperNomination, Real> {
  private readonly days: number;
  private readonly death: Death;

  constructor(days: number, death: Death) {
    this.days = days;
    this.death = death;
  }

  check(paper: Readonly<PaperNomination>): boolean {
    return paper.ended === null;
  }

  async run(paper: PaperNomination, real: Real): Promise<void> {
    for (const step of STEPS) strike(real, this.death, step);
    await real.season.advance(this.days * DAY_MS);
    real.season.desk.faults.mendAll();
    const { seen, nomination } = real;
    const expected = paper.pass(this.days * DAY_MS);
    const lapsed = nomination.standing.stage === 'ended';
    if (expected !== 'either') expect(['the deadline has come', lapsed]).toEqual(['the deadline has come', expected === 'lapsed']);
    if (lapsed) paper.lapse();
    const key = lapsed ? 'deadline' : 'days';
    seen.set(key, (seen.get(key) ?? 0) + 1);
    await agree(paper, real);
  }

  toString(): string {
    return `${String(this.days)} days${this.death === 'none' ? '' : ` (${this.death})`}`;
  }
}
