import { nominationWorkflowId } from '@laurel/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { Stuck } from './operations.schemas.ts';
import { groupOf, noWorker, serverUnreachable, type StuckGroup } from './stuck.ts';

const PING_MS = 2_000;

@Injectable()
export class StuckService {
  private readonly stuck: ApiParts['stuck'];
  private readonly health: ApiParts['health'];
  private readonly gateway: ApiParts['gateway'];

  constructor(
    @Inject(PART.stuck) stuck: ApiParts['stuck'],
    @Inject(PART.health) health: ApiParts['health'],
    @Inject(PART.gateway) gateway: ApiParts['gateway'],
  ) {
    this.stuck = stuck;
    this.health = health;
    this.gateway = gateway;
  }

  /** What is stuck, and what this answer could see: visibility is not asked yet, so nothing is claimed from it. */
  async report(only: { readonly class?: string | undefined; readonly group?: string | undefined }): Promise<Stuck> {
    const { groups, temporal } = await this.groups();
    const wanted = groups.filter(
      (group) => (only.class ?? group.class) === group.class && (only.group ?? group.groupKey) === group.groupKey,
    );
    return {
      asOf: new Date().toISOString(),
      sees: { temporal, database: true, visibility: false },
      groups: wanted.map((group) => ({
        ...group,
        remedies: [...group.remedies],
        cases: group.cases.map((one) => ({
          ...one,
          ...(one.nominationId !== undefined && { workflowId: nominationWorkflowId(one.nominationId) }),
        })),
      })),
    };
  }

  /** The nominations of a group; null when there is no such group now. */
  async nominationsOf(groupKey: string): Promise<readonly string[] | null> {
    const group = (await this.stuck.findings()).find((finding) => finding.groupKey === groupKey);
    if (!group) return null;
    return [...new Set(group.cases.flatMap(({ nominationId }) => nominationId ?? []))];
  }

  private async groups(): Promise<{ groups: readonly StuckGroup[]; temporal: boolean }> {
    const [findings, loops, waiting, temporal] = await Promise.all([
      this.stuck.findings(),
      this.health.loops(),
      this.stuck.waiting(),
      this.gateway.ping(PING_MS),
    ]);
    const now = Date.now();
    const whole = [serverUnreachable(temporal, now), noWorker(loops, waiting, now)].filter((group) => group !== null);
    return { groups: [...whole, ...findings.map(groupOf)], temporal };
  }
}
