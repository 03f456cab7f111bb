import { outcomeOfAct, type RemedyItem } from '@laurel/contracts';
import type { ActBody } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { ActTeller } from '../tasks/act-teller.service.ts';

/** Writes down what a person of the console does to a nomination, and tells its workflow. */
@Injectable()
export class CaseActs {
  private readonly desk: ApiParts['acts'];
  private readonly settings: ApiParts['settings'];
  private readonly teller: ActTeller;

  constructor(@Inject(PART.acts) desk: ApiParts['acts'], @Inject(PART.settings) settings: ApiParts['settings'], teller: ActTeller) {
    this.desk = desk;
    this.settings = settings;
    this.teller = teller;
  }

  async submit(nominationId: string, visitor: Visitor, reason: string, body: ActBody): Promise<RemedyItem> {
    const written = await this.desk.write({ nominationId, actor: `operator:${visitor.keyId}`, reason, body, origin: null });
    const told = { actId: written.id, kind: body.kind };
    const status = await this.teller.tell(nominationId, told, this.settings.NOT_CONFIRMED_AFTER_MS);
    return { nominationId, ...outcomeOfAct(status) };
  }
}
