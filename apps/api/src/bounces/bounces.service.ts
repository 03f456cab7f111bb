import type { BounceNote } from '@laurel/db';
import { readBounce } from '@laurel/mail';
import { Inject, Injectable } from '@nestjs/common';
import { readRequest } from '../http/read-request.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { bounceNotice, type BounceAnswer } from './bounces.schemas.ts';

const IGNORED: BounceAnswer = { status: 'ignored', is: null, nominationId: null };

/** Notes what comes back; the same notification twice is noted once. */
@Injectable()
export class BouncesService {
  private readonly bounces: ApiParts['operations']['bounces'];
  private readonly nudge: ApiParts['nudge'];
  private readonly domain: string;

  constructor(
    @Inject(PART.operations) { bounces }: ApiParts['operations'],
    @Inject(PART.nudge) nudge: ApiParts['nudge'],
    @Inject(PART.settings) settings: ApiParts['settings'],
  ) {
    this.bounces = bounces;
    this.nudge = nudge;
    this.domain = new URL(settings.PUBLIC_URL).hostname;
  }

  /** `body`: the message as it came, or the provider's notice. */
  async take(body: unknown): Promise<BounceAnswer> {
    const note = Buffer.isBuffer(body) ? await readBounce(body, this.domain) : this.noticed(body);
    if (!note) return IGNORED;
    const mail = await this.bounces.note(note);
    if (!mail) return IGNORED;
    this.nudge('laurel_acts');
    return { status: 'noted', is: note.is, nominationId: mail.nominationId };
  }

  private noticed(body: unknown): BounceNote {
    const { returnPath, action, status = '', diagnostic = '' } = readRequest(bounceNotice, body);
    const hash = /\+([a-z2-7]{52})@/i.exec(returnPath)?.[1]?.toLowerCase() ?? '';
    return {
      messageIds: [`<${hash}@${this.domain}>`],
      is: action === 'failed' ? 'hard' : 'soft',
      diagnosis: `${status} ${diagnostic}`.trim(),
    };
  }
}
