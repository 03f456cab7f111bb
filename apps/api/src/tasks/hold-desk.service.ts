import { afterAnswer } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';

/** Tells workflows of holds that are written already; what cannot be told now is told by the act relay. */
@Injectable()
export class HoldDesk {
  private readonly acts: ApiParts['acts'];
  private readonly gateway: ApiParts['gateway'];
  private readonly settings: ApiParts['settings'];
  private readonly nudge: ApiParts['nudge'];

  constructor(
    @Inject(PART.acts) acts: ApiParts['acts'],
    @Inject(PART.gateway) gateway: ApiParts['gateway'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    @Inject(PART.nudge) nudge: ApiParts['nudge'],
  ) {
    this.acts = acts;
    this.gateway = gateway;
    this.settings = settings;
    this.nudge = nudge;
  }

  /** Waits for the hold a little, so that the page that follows can show it. */
  async tell(nominationId: string, actId: string, kind: 'hold' | 'lift-hold' = 'hold'): Promise<void> {
    this.nudge('laurel_mail');
    const withinMs = Math.floor(this.settings.NOT_CONFIRMED_AFTER_MS / 2);
    await afterAnswer(this.acts, { id: actId }, await this.gateway.submitAct(nominationId, { actId, kind }, withinMs));
  }

  /** Where the console shows the nomination. */
  consoleAddress(nominationId: string): string {
    return `${this.settings.PUBLIC_URL}/nominations/${nominationId}`;
  }
}
