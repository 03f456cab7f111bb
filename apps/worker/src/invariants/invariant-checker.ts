import { InvariantReading, type Breach, type CaseProjection, type Database } from '@laurel/db';
import type { NominationInspector, WorkflowTrail } from '@laurel/temporal';
import { setTimeout as pause } from 'node:timers/promises';
import { askedOnly } from './asked-only.invariant.ts';
import { auditWhole } from './audit.invariant.ts';
import { decisionsKept } from './decisions-kept.invariant.ts';
import { eventsKept } from './events.invariant.ts';
import type { CheckOptions, Evidence, Invariant, InvariantReport, OutsideKnowledge } from './invariant.ts';
import { mailsOnce } from './mails.invariant.ts';
import { oneDecision } from './one-decision.invariant.ts';
import { progress } from './progress.invariant.ts';
import { projectionFits } from './projection.invariant.ts';
import { replays } from './replay.invariant.ts';

const INVARIANTS: readonly Invariant[] = [
  oneDecision,
  decisionsKept,
  mailsOnce,
  progress,
  askedOnly,
  auditWhole,
  replays,
  projectionFits,
  eventsKept,
];
const AT_ONCE = 16;
const SETTLE_MS = 2_000;
/** The act relay tells a history of what a crash kept from it once the act's lease is over, and looks every few seconds. */
const TOLD_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 500;

/** Checks the invariants I1 to I9 on a live database and its Temporal server. Changes nothing. */
export class InvariantChecker {
  private readonly reading: InvariantReading;
  private readonly inspector: NominationInspector;

  constructor(database: Database, inspector: NominationInspector) {
    this.reading = new InvariantReading(database);
    this.inspector = inspector;
  }

  /**
   * One report for each invariant; throws when the database or the server cannot be reached. What moves between two
   * reads may look broken, so a breach counts only when a second look finds it too, after what a crash left has been told.
   */
  async check(options: Partial<CheckOptions> = {}, outside: OutsideKnowledge = {}): Promise<readonly InvariantReport[]> {
    const first = await this.look(options, outside);
    if (first.every(({ breaches }) => breaches.length === 0)) return first;
    await pause(options.settleMs ?? SETTLE_MS);
    await this.allTold();
    const second = await this.look(options, outside);
    return second.map((report, index) => ({ ...report, breaches: seenTwice(report.breaches, first[index]?.breaches ?? []) }));
  }

  private async allTold(): Promise<void> {
    const until = Date.now() + TOLD_WITHIN_MS;
    while (Date.now() < until && (await this.reading.untoldActs()) > 0) await pause(LOOK_AGAIN_MS);
  }

  private async look(options: Partial<CheckOptions>, outside: OutsideKnowledge): Promise<readonly InvariantReport[]> {
    const { reading, inspector } = this;
    const cases = await reading.cases();
    const trails = await this.trailsOf(cases);
    const evidence: Evidence = {
      reading,
      inspector,
      cases,
      trails,
      outside,
      options: { settleMs: SETTLE_MS, ...options, now: Date.now() },
    };
    const reports: InvariantReport[] = [];
    for (const { name, title, breaches } of INVARIANTS) reports.push({ name, title, breaches: await breaches(evidence) });
    return reports;
  }

  private async trailsOf(cases: readonly CaseProjection[]): Promise<ReadonlyMap<string, WorkflowTrail | null>> {
    const trails = new Map<string, WorkflowTrail | null>();
    const queue = [...cases];
    const runner = async (): Promise<void> => {
      for (let next = queue.pop(); next; next = queue.pop()) trails.set(next.id, await this.inspector.trail(next.id));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runner));
    return trails;
  }
}

function seenTwice(breaches: readonly Breach[], before: readonly Breach[]): readonly Breach[] {
  const known = new Set(before.map(({ subject, detail }) => `${subject}\n${detail}`));
  return breaches.filter(({ subject, detail }) => known.has(`${subject}\n${detail}`));
}
