import { createHash } from 'node:crypto';
import type { ActBody, RefusalCode } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import { ActTeller } from '../tasks/act-teller.service.ts';
import { capReached } from '../tasks/cap-reached.ts';
import { numberTaken } from '../tasks/number-taken.ts';
import { notConfirmed, refusalProblem } from '../tasks/refusals.ts';
import type { Recorded } from './complaints.schemas.ts';

/** An act that a nomination takes after its end too. */
export interface LateAct {
  readonly nominationId: string;
  readonly programme: string;
  readonly campaign: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly body: ActBody;
  /** The caller's own key of the request, with who calls: asked twice, done once. */
  readonly once: string | null;
  /** How long its outcome is waited for; as long as the settings say when left out. */
  readonly withinMs?: number;
}

/** Writes an act down, takes its nomination up again where that has ended, and waits for what becomes of it. */
@Injectable()
export class LateActs {
  private readonly desk: ApiParts['acts'];
  private readonly teller: ActTeller;
  private readonly nominations: ApiParts['nominations'];
  private readonly taskPages: ApiParts['taskPages'];
  private readonly settings: ApiParts['settings'];

  constructor(
    @Inject(PART.acts) desk: ApiParts['acts'],
    @Inject(PART.nominations) nominations: ApiParts['nominations'],
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    teller: ActTeller,
  ) {
    this.desk = desk;
    this.teller = teller;
    this.nominations = nominations;
    this.taskPages = taskPages;
    this.settings = settings;
  }

  /** Throws the refusal as a problem, and a 503 problem when nothing is known in time: the act is written and not lost. */
  async submit({
    nominationId,
    programme,
    campaign,
    actor,
    reason,
    body,
    once,
    withinMs = this.settings.NOT_CONFIRMED_AFTER_MS,
  }: LateAct): Promise<Recorded> {
    const id = once === null ? {} : { id: actIdOf(nominationId, body.kind, once) };
    const act = await this.desk.write({ ...id, nominationId, actor, reason, body, origin: null });
    const settled =
      act.state === 'pending' ? await this.teller.takeUp(act, { nominationId, programme, campaign }, body.kind, withinMs) : act;
    if (settled.state === 'pending') throw notConfirmed();
    if (settled.state === 'refused') throw await this.refusal(settled.refusal ?? 'INVALID_ACT', nominationId, body);
    const state = (await this.nominations.view(nominationId))?.state ?? '';
    return { nominationId, actId: act.id, state, recordedAt: new Date(settled.settledAt ?? 0).toISOString() };
  }

  private async refusal(code: RefusalCode, nominationId: string, body: ActBody): Promise<Error> {
    const asked = { nominationId, level: body.kind === 'number-decision' ? body.level : '', body };
    if (code === 'CAP_REACHED') return capReached(this.taskPages, asked);
    return code === 'NUMBER_TAKEN' && body.kind === 'number-decision' ? numberTaken(this.taskPages, asked) : refusalProblem(code);
  }
}

/** The same request of the same caller is the same act. */
function actIdOf(nominationId: string, kind: string, once: string): string {
  const hash = createHash('sha256').update(JSON.stringify([nominationId, kind, once]));
  return `once-${hash.digest('base64url')}`;
}
