import type { RuleSet, StageKind } from '../route/rule-set.ts';
import type { Instant } from '../time.ts';
import type { CaseFile, Choice, NominationState, TaskState } from './case-file.ts';
import { nextWakeOf } from './running-waits.ts';

/** What the workflow must do next if nobody acts. */
export type NextStep = 'remind' | 'escalate' | 'close' | 'publish';

/** A task as the workflow knows it: enough to refuse a foreign act without asking anyone. */
export interface StandingTask {
  readonly id: string;
  readonly choices: readonly Choice[];
}

/**
 * Where a nomination stands, as its workflow holds it: positions and UTC instants, no personal data. Every closing
 * activity returns the standing that won, and the workflow obeys it.
 */
export interface Standing {
  readonly seq: number;
  readonly state: NominationState;
  readonly level: string;
  /** Kind of the open stage: which stage file of the workflow waits. */
  readonly stage: StageKind | 'ended';
  readonly tasks: readonly StandingTask[];
  /** Null while held or ended: then only an act moves the case. */
  readonly next: { readonly step: NextStep; readonly at: Instant } | null;
  readonly dueAt: Instant | null;
  readonly held: boolean;
}

const OPEN: TaskState = 'open';

/** The kind of stage that a case waits in. */
export function stageKindOf(file: CaseFile, rules: RuleSet): Standing['stage'] {
  if (file.endedAt !== null) return 'ended';
  if (file.complaint?.settledAt === null) return 'complaint';
  if (file.state === 'RETURNED') return 'completion';
  return rules.stages[file.stageIndex]?.kind ?? 'intake';
}

/** The level a case is at: its stage's, or the first one before receipt. */
export function levelOf(file: CaseFile, rules: RuleSet): string {
  const stage = rules.stages[file.stageIndex];
  // Publication belongs to the level that decided, wherever the route lists it.
  if (stage?.kind === 'publication') return file.outcomes.at(-1)?.level ?? stage.level;
  return stage?.level ?? rules.levels[0]?.key ?? '';
}

/** Projects a case file onto what its workflow needs to wait. */
export function standingOf(file: CaseFile, rules: RuleSet): Standing {
  return {
    seq: file.seq,
    state: file.state,
    level: levelOf(file, rules),
    stage: stageKindOf(file, rules),
    tasks: file.tasks.filter((task) => task.state === OPEN).map(({ id, choices }) => ({ id, choices })),
    next: nextStepOf(file),
    dueAt: file.wait?.plan?.dueAt ?? null,
    held: file.holds.length > 0,
  };
}

function nextStepOf(file: CaseFile): Standing['next'] {
  if (file.endedAt !== null || file.holds.length > 0) return null;
  if (file.state === 'DECIDED') return { step: 'publish', at: 0 };
  const wake = nextWakeOf(file);
  return wake && { step: wake.kind, at: wake.at };
}
