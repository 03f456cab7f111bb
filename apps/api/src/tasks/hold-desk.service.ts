import type { SubmitActInput } from '@laurel/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import { ActTeller } from './act-teller.service.ts';

/** Tells workflows of holds that are written already; what cannot be told now is told by the act relay. */
@Injectable()
export class HoldDesk {
  private readonly teller: ActTeller;
  private readonly settings: ApiParts['settings'];
  private readonly nudge: ApiParts['nudge'];

  constructor(@Inject(PART.settings) settings: ApiParts['settings'], @Inject(PART.nudge) nudge: ApiParts['nudge'], teller: ActTeller) {
    this.teller = teller;
    this.settings = settings;
    this.nudge = nudge;
  }

  /** Waits a little for what becomes of it, so that the page that follows can show it. */
  async tell(nominationId: string, actId: string, kind: SubmitActInput['kind'] = 'hold'): Promise<void> {
    this.nudge('laurel_mail');
    await this.teller.tell(nominationId, { actId, kind }, Math.floor(this.settings.NOT_CONFIRMED_AFTER_MS / 2));
  }

  /** Where the console shows the nomination. */
  consoleAddress(nominationId: string): string {
    return `${this.settings.PUBLIC_URL}/nominations/${nominationId}`;
  }
}
