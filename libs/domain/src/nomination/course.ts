import { assertNever } from '../assert-never.ts';
import { pauseClock, resumeClock } from '../calendar/index.ts';
import { postOf, type Assignee } from '../people/directory.ts';
import type { Text } from '../time.ts';
import type { NominationState, OpenWait, Outcome, RefusalCode } from './case-file.ts';
import type { Draft } from './draft.ts';
import { rulesOf, type StageVerdict } from './stages/index.ts';
import { waitRuleOf } from './waiting.ts';

/** Cause under which a return pauses the clock of the stage that returned the dossier. */
const RETURNED = 'return';

const OFFICER = '@unit/officer';

/** Obeys a stage's verdict: the route's course, step by step. Returns a code when the rules forbid it. */
export function follow(draft: Draft, verdict: StageVerdict): RefusalCode | null {
  switch (verdict.then) {
    case 'wait':
      return null;
    case 'go-on':
      return enterStage(draft, draft.file.stageIndex + 1);
    case 'refer-up':
      return referUp(draft, verdict.outcome);
    case 'award':
      return award(draft);
    case 'refuse':
      return refuse(draft, verdict.state, verdict.rule);
    case 'return':
      return returnDossier(draft, verdict.missing);
    case 'forbid':
      return verdict.code;
    default:
      return assertNever(verdict);
  }
}

/** Opens the stage at `index`; the first stage's clock starts at the receipt instant, later ones now. */
export function enterStage(draft: Draft, index: number): RefusalCode | null {
  const first = draft.file.tasks.length === 0;
  draft.closeOpenTasks('superseded');
  draft.set({ stageIndex: index, wait: null, state: stateIn(draft, index) });
  const rule = waitRuleOf(draft, 0);
  if (rule) draft.startWait(rule, first ? draft.file.submittedAt : draft.at);
  return follow(draft, rulesOf(draft.stage).open(draft, draft.stage));
}

/** The state that a stage puts a case in; after an appraisal it stays appraised wherever the stage has no state of its own. */
function stateIn(draft: Draft, index: number): NominationState {
  const { stages } = draft.context.rules;
  const stage = stages[index];
  if (stage && rulesOf(stage).state) return rulesOf(stage).state ?? draft.file.state;
  return stages.slice(0, index).some(({ kind }) => kind === 'appraisal') ? 'APPRAISED' : 'RECEIVED';
}

function closeLevel(draft: Draft, outcome: Outcome): void {
  const { level } = draft.stage;
  draft.set({ outcomes: [...draft.file.outcomes, { level, outcome, decidedAt: draft.at }] });
  draft.tell('laurel.nomination.level-decided.v1', { level, outcome });
}

/** The level refers the nomination up: the same case goes on at the next level with its people, clock and rules. */
function referUp(draft: Draft, outcome: Outcome): RefusalCode | null {
  const { level } = draft.stage;
  const next = draft.context.rules.stages.findIndex((stage, index) => index > draft.file.stageIndex && stage.level !== level);
  closeLevel(draft, outcome);
  draft.record('referred-up', { level, outcome });
  return enterStage(draft, next);
}

function award(draft: Draft): null {
  closeLevel(draft, 'AWARD_HERE');
  draft.record('awarded', { level: draft.stage.level });
  decided(draft);
  return null;
}

/** The case is decided with an award and waits for publication. */
function decided(draft: Draft): void {
  draft.closeOpenTasks('superseded');
  const publication = draft.context.rules.stages.findIndex(({ kind }) => kind === 'publication');
  draft.set({ state: 'DECIDED', wait: null, suspended: null, stageIndex: publication });
  draft.tell('laurel.nomination.decided.v1', { state: 'DECIDED' });
}

function refuse(draft: Draft, state: 'INELIGIBLE' | 'NOT_QUALIFIED', rule: Text | null): null {
  draft.record(state === 'INELIGIBLE' ? 'found-ineligible' : 'not-qualified', {
    level: draft.stage.level,
    rule: draft.file.ineligibleRule,
  });
  if (state === 'INELIGIBLE') draft.tell('laurel.nomination.appraised.v1', { eligible: false, rule: draft.file.ineligibleRule });
  else closeLevel(draft, 'NOT_QUALIFIED');
  conclude(draft, state, rule);
  return null;
}

/** True once a lower level has given its award on the way up: it stands, whatever becomes of the case above. */
export function awardStands(draft: Draft): boolean {
  return draft.file.outcomes.some(({ outcome }) => outcome === 'AWARD_HERE_AND_REFER_UP');
}

/** Ends the case in the state, or leaves it decided where an award stands. */
export function conclude(draft: Draft, state: NominationState, rule: Text | null = null): void {
  if (awardStands(draft)) decided(draft);
  else endCase(draft, state, rule);
}

/** Ends the case and tells the nominator how and why. */
export function endCase(draft: Draft, state: NominationState, rule: Text | null = null): void {
  draft.closeOpenTasks('superseded');
  draft.set({ state, wait: null, suspended: null, endedAt: draft.at });
  const { signed } = draft;
  const paper = signed && { decisionNumber: signed.number, signedOn: signed.signedOn };
  draft.mailOfficer({ is: 'result', state, rule, reason: draft.act?.reason ?? null, ...paper });
}

/** Sends the dossier back for completion, at most as often as the rules allow; the stage's clock stops and remembers. */
function returnDossier(draft: Draft, missing: readonly Text[]): RefusalCode | null {
  const { completion } = draft.context.rules;
  if (draft.file.returns >= completion.maxReturns) return 'RETURNS_EXHAUSTED';
  const wait = longestWait(draft);
  const { stageIndex } = draft.file;
  draft.closeOpenTasks('superseded');
  const rule = waitRuleOf(draft);
  const clock = wait && rule ? pauseClock(draft.context.calendar, rule.clock, wait.clock, RETURNED, draft.at) : null;
  const suspended = { stageIndex, completed: false, clock, timeouts: wait?.timeouts ?? 0 };
  draft.set({ state: 'RETURNED', returns: draft.file.returns + 1, suspended, wait: null });
  draft.record('returned', { stage: draft.stage.key, missing: missing.length });
  draft.startWait(completion.wait, draft.at);
  askOfficer(draft, missing);
  draft.tell('laurel.nomination.returned.v1', { missing: missing.length });
  return null;
}

/** The stage's wait, or that of a person who was given more time and is asked or has just answered: a return takes nothing of it. */
function longestWait({ file, act }: Draft): OpenWait | null {
  const answered = act && 'taskId' in act.body ? act.body.taskId : null;
  const extended = file.tasks.filter(({ state, id }) => state === 'open' || id === answered).flatMap(({ own }) => own ?? []);
  const closesAt = (wait: OpenWait | null): number => wait?.plan?.closesAt ?? 0;
  return extended.reduce<OpenWait | null>((longest, own) => (closesAt(own) > closesAt(longest) ? own : longest), file.wait);
}

/** Who completes a dossier: the officer who sent it, or the one of the successor once the unit is abolished. */
function officerToAsk(draft: Draft): Assignee {
  const post = draft.postMeant(OFFICER);
  const sender = { post, person: draft.person(draft.file.officerId), actingFor: null };
  return post === postOf(OFFICER, draft.file.unit) ? sender : (draft.reach(post) ?? sender);
}

function askOfficer(draft: Draft, missing: readonly Text[]): void {
  const assignee = officerToAsk(draft);
  const occasion = { is: 'completion', missing, reason: draft.act?.reason ?? null } as const;
  draft.openTask({ stage: 'completion', kind: 'completion', level: draft.stage.level, seat: 0, choices: [], assignee }, { occasion });
}

/** Takes a completed dossier up again where it was left: the clock goes on from the time already used. */
export function resumeStage(draft: Draft): RefusalCode | null {
  const left = draft.file.suspended;
  if (!left) return 'NOT_RETURNED';
  draft.closeOpenTasks('completed');
  draft.set({ state: stateIn(draft, left.stageIndex), suspended: null, wait: null, stageIndex: left.stageIndex });
  const rule = waitRuleOf(draft, left.timeouts);
  if (rule && left.clock)
    draft.beginWait(resumeClock(draft.context.calendar, rule.clock, left.clock, RETURNED, draft.at), rule, left.timeouts);
  return follow(draft, rulesOf(draft.stage).open(draft, draft.stage));
}
