import type { ActStatus, StartNomination, SubmitActInput } from '@laurel/contracts';
import { afterAnswer } from '@laurel/db';
import { isAfterwards } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';

const LOOK_EVERY_MS = 40;

const pending = (id: string): ActStatus => ({ id, state: 'pending', refusal: null, seq: null, settledAt: null });

type Home = Omit<StartNomination, 'standing'>;

/** Tells workflows of acts that are written, and waits for what becomes of them. Whom nobody reached now the act relay tells later. */
@Injectable()
export class ActTeller {
  private readonly acts: ApiParts['acts'];
  private readonly gateway: ApiParts['gateway'];
  private readonly nominations: ApiParts['nominations'];

  constructor(
    @Inject(PART.acts) acts: ApiParts['acts'],
    @Inject(PART.gateway) gateway: ApiParts['gateway'],
    @Inject(PART.nominations) nominations: ApiParts['nominations'],
  ) {
    this.acts = acts;
    this.gateway = gateway;
    this.nominations = nominations;
  }

  /** What became of the act, `pending` where nobody knows in time. A nomination that has ended is taken up for what it takes then. */
  async tell(nominationId: string, input: SubmitActInput, withinMs: number): Promise<ActStatus> {
    const until = Date.now() + withinMs;
    const found = isAfterwards(input.kind) ? await this.nominations.view(nominationId) : null;
    const home = found && { nominationId, programme: found.programme, campaign: found.campaign };
    // Its workflow is gone, or even forgotten by the server, where asking it would be waiting for its start.
    if (home && found.endedAt !== null) return this.takeUp(pending(input.actId), home, input.kind, withinMs);
    const status = await afterAnswer(this.acts, { id: input.actId }, await this.gateway.submitAct(nominationId, input, withinMs));
    // With time left nobody was there to answer: the nomination has ended meanwhile, or the server is away.
    const left = until - Date.now();
    return home && status.state === 'pending' && left > 0 ? this.takeUp(status, home, input.kind, left) : status;
  }

  /** The same for a nomination that may well have ended: its workflow is told, and started again where it has. */
  async takeUp(act: ActStatus, home: Home, kind: SubmitActInput['kind'], withinMs: number): Promise<ActStatus> {
    const { nominationId, programme, campaign } = home;
    const reached = { server: true };
    // Its server may take long to say that it is away: nobody waits for that longer than for the act.
    this.gateway.takeUp({ nominationId, programme, campaign, standing: null }, { actId: act.id, kind }).catch(() => {
      reached.server = false;
    });
    const until = Date.now() + withinMs;
    let status = act;
    while (status.state === 'pending' && reached.server && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      status = (await this.acts.statusOf(act.id)) ?? status;
    }
    return status;
  }
}
