import type { Objection } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { insistOnPlace } from '../auth/allow.ts';
import { reachOf, type Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { HoldDesk } from '../tasks/hold-desk.service.ts';
import type { ObjectionList, ObjectionQuery, Settled, Settlement } from './objections.schemas.ts';

/** An objection's id is made from its task's. */
const PREFIX = /^objection-/;

/** Objections to recorded answers: each holds its nomination until somebody has looked into it. */
@Injectable()
export class ObjectionsService {
  private readonly objections: ApiParts['objections'];
  private readonly holds: HoldDesk;

  constructor(@Inject(PART.objections) objections: ApiParts['objections'], holds: HoldDesk) {
    this.objections = objections;
    this.holds = holds;
  }

  /** Those of the nominations that the caller may look into. */
  async open(query: ObjectionQuery, caller: Visitor): Promise<ObjectionList> {
    const { items, nextCursor } = await this.objections.open(reachOf(caller, 'read-objection'), query);
    return { items: items.map(shown), nextCursor };
  }

  /** Lifts the hold. Asked twice it tells how the objection was settled the first time. */
  async settle(id: string, { outcome, reason }: Settlement, caller: Visitor): Promise<Settled> {
    const known = await this.known(id);
    insistOnPlace(caller, 'settle-objection', known);
    const act = await this.objections.settle(id, { actor: `operator:${caller.keyId}`, reason, outcome });
    if (act) await this.holds.tell(act.nominationId, act.actId, act.kind);
    const settled = act ? outcome : ((await this.known(id)).outcome ?? outcome);
    return { id, nominationId: known.nominationId, outcome: settled };
  }

  private async known(id: string): Promise<Objection> {
    const known = PREFIX.test(id) ? await this.objections.byTask(id.replace(PREFIX, '')) : null;
    if (!known) throw new Problem('NOT_FOUND', 'No objection has this id: take one from /v1/operations/objections.');
    return known;
  }
}

function shown({ openedAt, settledAt, settledBy: _settledBy, ...objection }: Objection): ObjectionList['items'][number] {
  return {
    ...objection,
    openedAt: new Date(openedAt).toISOString(),
    settledAt: settledAt === null ? null : new Date(settledAt).toISOString(),
  };
}
