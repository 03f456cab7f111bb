import type { RemedyItem } from '@laurel/contracts';
import type { ActBody } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { refusalProblem } from '../tasks/refusals.ts';

/** Writes down what a person of the console does to a nomination, and tells its workflow. */
@Injectable()
export class CaseActs {
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

  async submit(nominationId: string, visitor: Visitor, reason: string, body: ActBody): Promise<RemedyItem> {
    const act = await this.desk.write({ nominationId, actor: `operator:${visitor.keyId}`, reason, body, origin: null });
    const told = await this.gateway.submitAct(nominationId, { actId: act.id, kind: body.kind }, this.settings.NOT_CONFIRMED_AFTER_MS);
    if (told !== 'NOT_CONFIRMED' && told.recorded)
      return { nominationId, status: 'done', detail: `recorded at ${new Date(told.recordedAt).toISOString()}` };
    if (told !== 'NOT_CONFIRMED') await this.desk.refuse(act.id, told.refused);
    const status = await this.desk.statusOf(act.id);
    if (status?.state === 'recorded') return { nominationId, status: 'done', detail: 'recorded' };
    if (status?.state === 'refused' && status.refusal !== null)
      return { nominationId, status: 'refused', detail: `${status.refusal}: ${refusalProblem(status.refusal).details.detail}` };
    return { nominationId, status: 'not-confirmed', detail: 'Written down and not lost: it is recorded as soon as a worker takes it.' };
  }
}
