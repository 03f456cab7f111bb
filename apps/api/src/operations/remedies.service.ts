import { payloadHash } from '@laurel/events';
import type { Principal } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { RemedyItem, RemedyRequest, RemedyResults } from './operations.schemas.ts';
import { RemedyRunner } from './remedy-runner.ts';
import { StuckService } from './stuck.service.ts';

/** Runs a remedy once per Idempotency-Key, on each nomination of its target. */
@Injectable()
export class RemediesService {
  private readonly remedies: ApiParts['remedies'];
  private readonly stuck: StuckService;
  private readonly runner: RemedyRunner;

  constructor(@Inject(PART.remedies) remedies: ApiParts['remedies'], stuck: StuckService, runner: RemedyRunner) {
    this.remedies = remedies;
    this.stuck = stuck;
    this.runner = runner;
  }

  async run(request: RemedyRequest, idempotencyKey: string | undefined, caller: Principal): Promise<RemedyResults> {
    this.runner.check(request);
    const targets = await this.targetsOf(request.target);
    if (request.dryRun) return { remedy: request.remedy, dryRun: true, items: await this.each(targets, request, caller) };
    const claim = await this.remedies.claim(caller.keyId, idempotencyKey ?? randomUUID(), payloadHash(request), request);
    switch (claim.is) {
      case 'done':
        return claim.results as RemedyResults;
      case 'running':
        throw new Problem(
          'REMEDY_RUNNING',
          'The first request with this Idempotency-Key has not ended, or was cut off: look at the timeline before you use a new key.',
        );
      case 'other-request':
        throw new Problem('INVALID_REQUEST', 'This Idempotency-Key came with another request: use a new key.');
      case 'new': {
        const results = { remedy: request.remedy, dryRun: false, items: await this.each(targets, request, caller) };
        await this.remedies.finish(claim.id, results);
        return results;
      }
    }
  }

  private async each(targets: readonly string[], request: RemedyRequest, caller: Principal): Promise<RemedyItem[]> {
    const items: RemedyItem[] = [];
    for (const nominationId of targets) items.push(...(await this.runner.run(nominationId, request, caller)));
    return items;
  }

  private async targetsOf({ nominationId, eventId, groupKey }: RemedyRequest['target']): Promise<readonly string[]> {
    if (nominationId !== undefined) return [nominationId];
    if (eventId !== undefined) return [await this.nominationOf(eventId)];
    const members = groupKey === undefined ? null : await this.stuck.nominationsOf(groupKey);
    if (!members) throw new Problem('NOT_FOUND', 'No such group is stuck at present: take a groupKey from /v1/operations/stuck.');
    return members;
  }

  private async nominationOf(eventId: string): Promise<string> {
    const nominationId = await this.remedies.nominationOfEvent(eventId);
    if (nominationId === undefined) throw new Problem('NOT_FOUND', 'No accepted event has this id.');
    if (nominationId === null) throw new Problem('INVALID_REQUEST', 'This event concerns no single nomination: name the nomination.');
    return nominationId;
  }
}
