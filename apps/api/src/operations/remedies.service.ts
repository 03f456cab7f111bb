import type { RemedyItem, RemedyOrder, RemedyTarget } from '@laurel/contracts';
import type { JobView, Principal } from '@laurel/db';
import { payloadHash } from '@laurel/events';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { RemedyRequest, RemedyResults } from './operations.schemas.ts';
import { worded } from './remedy-items.ts';
import { StuckService } from './stuck.service.ts';

/** So many are done while the caller waits; the workers do the rest. */
const DONE_AT_ONCE = 20;
/** So many are told of in a dry run. */
const PREVIEWED = 200;

/** Runs a remedy once per Idempotency-Key, on each nomination or event of its target. */
@Injectable()
export class RemediesService {
  private readonly operations: ApiParts['operations'];
  private readonly stuck: StuckService;

  constructor(@Inject(PART.operations) operations: ApiParts['operations'], stuck: StuckService) {
    this.operations = operations;
    this.stuck = stuck;
  }

  async run(request: RemedyRequest, idempotencyKey: string | undefined, caller: Principal): Promise<RemedyResults> {
    if (request.dryRun) return this.preview(request, caller);
    const { jobs, desk } = this.operations;
    const claim = {
      keyId: caller.keyId,
      idempotencyKey: idempotencyKey ?? randomUUID(),
      hash: payloadHash(request),
      request: orderOf(request),
    };
    // The answer to a key stands, also when its group has been solved since.
    const known = await jobs.find(claim.keyId, claim.idempotencyKey);
    const job = known ? sameOrNot(known, claim.hash) : await jobs.write({ ...claim, targets: await this.targetsOf(request.target) });
    if (job === 'other-request') throw new Problem('INVALID_REQUEST', 'This Idempotency-Key came with another request: use a new key.');
    await desk.work(DONE_AT_ONCE, job.id);
    return this.job(job.id);
  }

  /** How far a job is, with the results of what is done. */
  async job(id: string): Promise<RemedyResults> {
    const view = await this.operations.jobs.view(id);
    if (!view) throw new Problem('NOT_FOUND', 'No job has this id.');
    return resultsOf(view);
  }

  /** What would happen, item by item; nothing is written, not even that somebody asked. */
  private async preview(request: RemedyRequest, { keyId }: Principal): Promise<RemedyResults> {
    const targets = await this.targetsOf(request.target);
    const run = { order: orderOf(request), actor: `operator:${keyId}`, key: 'preview', dryRun: true };
    const items: RemedyItem[] = [];
    for (const target of targets.slice(0, PREVIEWED)) items.push(...(await this.operations.remedy.run(target, run)));
    return {
      remedy: request.remedy,
      dryRun: true,
      jobId: null,
      total: targets.length,
      done: 0,
      finishedAt: null,
      items: items.map(worded),
    };
  }

  private async targetsOf({ nominationId, eventId, groupKey }: RemedyRequest['target']): Promise<readonly RemedyTarget[]> {
    if (groupKey === undefined) return [{ nominationId: nominationId ?? null, eventId: eventId ?? null }];
    const cases = await this.stuck.casesOf(groupKey);
    if (!cases) throw new Problem('NOT_FOUND', 'No such group is stuck at present: take a groupKey from /v1/operations/stuck.');
    const targets = cases.map((one) => ({ nominationId: one.nominationId, eventId: one.eventId }));
    return [...new Map(targets.map((one) => [one.eventId ?? one.nominationId, one])).values()];
  }
}

function sameOrNot(known: { readonly id: string; readonly hash: string }, hash: string): { readonly id: string } | 'other-request' {
  return known.hash === hash ? known : 'other-request';
}

function orderOf({ target: _target, dryRun: _dryRun, until, ...order }: RemedyRequest): RemedyOrder {
  return { ...order, ...(until !== undefined && { until: Date.parse(until) }) };
}

function resultsOf({ id, request, total, done, finishedAt, results }: JobView): RemedyResults {
  const { remedy } = request as RemedyOrder;
  const at = finishedAt === null ? null : new Date(finishedAt).toISOString();
  return { remedy, dryRun: false, jobId: id, total, done, finishedAt: at, items: (results as RemedyItem[]).map(worded) };
}
