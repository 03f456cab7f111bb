import type { ActStatus, NewAct } from '@laurel/contracts';
import type { ActBody, RefusalCode } from '@laurel/domain';
import { submitAct, type TaskPageData } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import { actOfAnswer, type Chosen } from './act-of-answer.ts';
import type { ChosenInput } from './answer-input.ts';
import { capReached } from './cap-reached.ts';
import { numberTaken } from './number-taken.ts';
import { closedProblem, notConfirmed, refusalProblem } from './refusals.ts';

/** Said only of an act that is on record. */
export interface TaskAnswer {
  readonly taskId: string;
  readonly decision: string;
  readonly recordedAt: number;
  /** The act on record; null for a completion that was found recorded. */
  readonly actId: string | null;
}

/** The workflow's share of the time a person waits; the rest is for asking the act row what it knows. */
const WORKFLOW_SHARE = 0.85;

type Origin = NonNullable<NewAct['origin']>;

@Injectable()
export class TaskAnswerService {
  private readonly acts: ApiParts['acts'];
  private readonly gateway: ApiParts['gateway'];
  private readonly taskPages: ApiParts['taskPages'];
  private readonly access: ApiParts['access'];
  private readonly settings: ApiParts['settings'];

  constructor(
    @Inject(PART.acts) acts: ApiParts['acts'],
    @Inject(PART.gateway) gateway: ApiParts['gateway'],
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.access) access: ApiParts['access'],
    @Inject(PART.settings) settings: ApiParts['settings'],
  ) {
    this.acts = acts;
    this.gateway = gateway;
    this.taskPages = taskPages;
    this.access = access;
    this.settings = settings;
  }

  /**
   * Records an answer: the act row first, then the workflow. Returns only what is recorded, the same for the same
   * choice again; throws 409 for a closed task, 422 for a choice that is not offered, 503 when nobody knows in time.
   */
  async answer(page: TaskPageData, input: ChosenInput, origin: Origin): Promise<TaskAnswer> {
    const before = earlierAnswer(page, input);
    if (before) return before;
    if (page.state !== 'open' || page.nomination.held) throw await this.closed(page);
    const chosen = await actOfAnswer(page, input, this.taskPages);
    const status = await this.submit(page, chosen, { reason: input.reason, origin });
    if (status.state === 'pending') throw notConfirmed();
    if (status.state === 'recorded') return recordedOf(page, chosen.decision, status);
    throw await this.refusal(page, status.refusal ?? 'NOT_YOUR_TASK', chosen.body);
  }

  private submit(
    { id: taskId, nominationId, person }: TaskPageData,
    { body }: Chosen,
    words: Pick<NewAct, 'reason' | 'origin'>,
  ): Promise<ActStatus> {
    const withinMs = Math.floor(this.settings.NOT_CONFIRMED_AFTER_MS * WORKFLOW_SHARE);
    return submitAct(this.acts, { nominationId, actor: person.id, body, ...words }, (actId) =>
      body.kind === 'decide'
        ? this.gateway.submitDecision(nominationId, { actId, taskId, choice: body.choice }, withinMs)
        : this.gateway.submitAct(nominationId, { actId, kind: body.kind }, withinMs),
    );
  }

  /** What is asked of a closed task changes nothing, and is on record. */
  private async closed(page: TaskPageData): Promise<Error> {
    const { id: taskId, nominationId, state } = page;
    await this.access.audit({ action: 'link-refused', actor: page.person.id, facts: { taskId, nominationId, state } });
    return closedProblem(page);
  }

  /** A refusal told with who closed the task and when, when that is why. */
  private async refusal(page: TaskPageData, code: RefusalCode, body: ActBody): Promise<Error> {
    const asked = { nominationId: page.nominationId, level: page.nomination.level, body };
    if (code === 'NUMBER_TAKEN') return numberTaken(this.taskPages, asked);
    if (code === 'CAP_REACHED') return capReached(this.taskPages, asked);
    if (code !== 'ALREADY_DECIDED' && code !== 'NOT_YOUR_TASK' && code !== 'DEADLINE_PASSED' && code !== 'CASE_ENDED')
      return refusalProblem(code, { taskId: page.id });
    const now = await this.taskPages.byTaskId(page.id);
    return now && now.state !== 'open' ? closedProblem(now) : refusalProblem(code, { taskId: page.id });
  }
}

function recordedOf({ id }: TaskPageData, decision: string, status: ActStatus): TaskAnswer {
  return { taskId: id, decision, recordedAt: status.settledAt ?? Date.now(), actId: status.id };
}

/** What this person has on record for this task, when it is the same choice again. */
export function earlierAnswer(page: TaskPageData, { decision, to }: ChosenInput): TaskAnswer | null {
  const { own, closure } = page;
  if (decision === 'complete' && closure?.actKind === 'complete' && closure.actorId === page.person.id)
    return { taskId: page.id, decision, recordedAt: closure.at, actId: null };
  // Asking for more time again is a new request; everything else is done once.
  if (own === null || own.kind === 'more-time') return null;
  return isSame(own, decision, to) ? { taskId: page.id, decision, recordedAt: own.at, actId: own.id } : null;
}

function isSame(own: NonNullable<TaskPageData['own']>, decision: string, to: string | null): boolean {
  if (own.kind === 'decide') return own.choice === decision;
  if (own.kind === 'delegate') return decision === 'delegate' && (to === null || to === own.choice);
  return own.kind === decision;
}
