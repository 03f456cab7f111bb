import { outcomeOfAct, type RemedyItem } from '@laurel/contracts';
import { submitAct } from '@laurel/db';
import type { ActBody } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';

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
    const { gateway, settings } = this;
    const act = { nominationId, actor: `operator:${visitor.keyId}`, reason, body, origin: null };
    const status = await submitAct(this.desk, act, (actId) =>
      gateway.submitAct(nominationId, { actId, kind: body.kind }, settings.NOT_CONFIRMED_AFTER_MS),
    );
    return { nominationId, ...outcomeOfAct(status) };
  }
}
