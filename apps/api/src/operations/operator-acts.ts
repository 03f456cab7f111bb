import type { ActBody } from '@laurel/domain';
import type { Principal } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import { refusalProblem } from '../tasks/refusals.ts';
import type { RemedyItem } from './operations.schemas.ts';

/** What an operator does to a nomination, recorded the way everybody's acts are. */
@Injectable()
export class OperatorActs {
  private readonly desk: ApiParts['acts'];
  private readonly gateway: ApiParts['gateway'];
  private readonly settings: ApiParts['settings'];

  constructor(
    @Inject(PART.acts) desk: ApiParts['acts'],
    @Inject(PART.gateway) gateway: ApiParts['gateway'],
    @Inject(PART.settings) settings: ApiParts['settings'],
  ) {
    this.desk = desk;
    this.gateway = gateway;
    this.settings = settings;
  }

  async submit(nominationId: string, caller: Principal, reason: string, body: ActBody): Promise<RemedyItem> {
    const act = await this.desk.write({ nominationId, actor: `operator:${caller.keyId}`, reason, body, origin: null });
    if (act.state === 'recorded') return { nominationId, status: 'done', detail: 'recorded before' };
    const answer = await this.gateway.submitAct(nominationId, { actId: act.id, kind: body.kind }, this.settings.NOT_CONFIRMED_AFTER_MS);
    if (answer !== 'NOT_CONFIRMED' && answer.recorded)
      return { nominationId, status: 'done', detail: `recorded at ${new Date(answer.recordedAt).toISOString()}` };
    if (answer !== 'NOT_CONFIRMED') await this.desk.refuse(act.id, answer.refused);
    const status = await this.desk.statusOf(act.id);
    if (status?.state === 'recorded') return { nominationId, status: 'done', detail: 'recorded' };
    if (status?.state === 'refused' && status.refusal !== null)
      return { nominationId, status: 'refused', detail: `${status.refusal}: ${refusalProblem(status.refusal).details.detail}` };
    return {
      nominationId,
      status: 'not-confirmed',
      detail: 'Written down and not lost; it will be recorded as soon as a worker takes it.',
    };
  }
}
