import type { ActBody } from '@laurel/domain';
import { payloadHash } from '@laurel/events';
import { newId } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import type { Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import type { RemedyRequest, RemedyResults } from '../operations/operations.schemas.ts';
import { worded } from '../operations/remedy-items.ts';
import { RemediesService } from '../operations/remedies.service.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { CaseActs } from './case-acts.ts';
import { ACTION_OF, CasePageService } from './case-page.service.ts';
import type { CaseAction } from './console.schemas.ts';

export interface CaseActionResult {
  readonly action: CaseAction['action'];
  readonly items: RemedyResults['items'];
}

/** The remedy that does it, for actions that are remedies. */
function remedyOf(nominationId: string, action: CaseAction): RemedyRequest | null {
  const shared = { target: { nominationId }, reason: action.reason, dryRun: false };
  switch (action.action) {
    case 'extend':
      return {
        remedy: 'extend-deadline',
        workingDays: action.workingDays,
        ...(action.taskId !== undefined && { taskId: action.taskId }),
        ...shared,
      };
    case 'reassign':
      return { remedy: 'reassign', taskId: action.taskId, to: action.to, ...shared };
    case 'substitute':
      return {
        remedy: 'substitute',
        taskId: action.taskId,
        to: action.to,
        ...(action.until !== undefined && { until: action.until }),
        ...shared,
      };
    case 'resend':
      return { remedy: 'resend-mail', ...shared };
    case 'withdraw':
    case 'hold':
    case 'lift-hold':
      return null;
  }
}

function actOf(action: CaseAction): ActBody | null {
  switch (action.action) {
    case 'withdraw':
      return { kind: 'withdraw' };
    case 'hold':
      return { kind: 'hold', holdId: newId(), authority: action.authority };
    case 'lift-hold':
      return { kind: 'lift-hold', holdId: action.holdId, authority: action.reason, outcome: action.outcome };
    default:
      return null;
  }
}

/** What people do to a nomination from its page: the same acts and remedies as everywhere, within their units. */
@Injectable()
export class CaseActionsService {
  private readonly keys: ApiParts['actionKeys'];
  private readonly cases: CasePageService;
  private readonly remedies: RemediesService;
  private readonly acts: CaseActs;

  constructor(@Inject(PART.actionKeys) keys: ApiParts['actionKeys'], cases: CasePageService, remedies: RemediesService, acts: CaseActs) {
    this.keys = keys;
    this.cases = cases;
    this.remedies = remedies;
    this.acts = acts;
  }

  async run(nominationId: string, action: CaseAction, idempotencyKey: string | undefined, visitor: Visitor): Promise<CaseActionResult> {
    await this.cases.insist(nominationId, visitor, ACTION_OF[action.action]);
    if (idempotencyKey === undefined || idempotencyKey === '' || idempotencyKey.length > 200)
      throw new Problem('BAD_REQUEST', 'Send the header Idempotency-Key, at most 200 characters: the same key does it once.');
    const key = `${nominationId}:${idempotencyKey}`;
    const remedy = remedyOf(nominationId, action);
    if (remedy) return { action: action.action, items: (await this.remedies.run(remedy, key, visitor)).items };
    return this.once(nominationId, action, key, visitor);
  }

  private async once(nominationId: string, action: CaseAction, key: string, visitor: Visitor): Promise<CaseActionResult> {
    const claim = await this.keys.claim(visitor.keyId, key, payloadHash({ nominationId, ...action }));
    switch (claim.is) {
      case 'done':
        return claim.results as CaseActionResult;
      case 'running':
        throw new Problem('REMEDY_RUNNING', 'The first request with this Idempotency-Key has not ended: look at the timeline.');
      case 'other-request':
        throw new Problem('INVALID_REQUEST', 'This Idempotency-Key came with another request: use a new key.');
      case 'new': {
        const body = actOf(action);
        const items = body ? [worded(await this.acts.submit(nominationId, visitor, action.reason, body))] : [];
        const results = { action: action.action, items };
        await this.keys.finish(visitor.keyId, key, results);
        return results;
      }
    }
  }
}
