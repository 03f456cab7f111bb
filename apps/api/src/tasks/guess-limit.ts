import { Inject, Injectable } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import { Problem } from '../http/problem.ts';
import { unknownLink } from '../http/problem.filter.ts';
import { PART, type ApiParts } from '../parts/parts.ts';

const MINUTE_MS = 60_000;

/** Counts links that do not exist, by address: who guesses is slowed down, who has real links never is. */
@Injectable()
export class GuessLimit {
  private readonly storage: ThrottlerStorage;
  private readonly access: ApiParts['access'];
  private readonly limit: number;

  constructor(
    @Inject(ThrottlerStorage) storage: ThrottlerStorage,
    @Inject(PART.access) access: ApiParts['access'],
    @Inject(PART.settings) settings: ApiParts['settings'],
  ) {
    this.storage = storage;
    this.access = access;
    this.limit = settings.RATE_LIMIT_PER_MINUTE;
  }

  /** The problem to answer with. */
  async missed(address: string): Promise<Problem> {
    const { totalHits, isBlocked, timeToBlockExpire } = await this.storage.increment(
      `guess:${address}`,
      MINUTE_MS,
      this.limit,
      MINUTE_MS,
      'guess',
    );
    // Once for each address and minute: who guesses must not be able to fill the record.
    if (totalHits === 1) await this.access.audit({ action: 'link-unknown', actor: 'anonymous' });
    if (!isBlocked) return unknownLink();
    return new Problem('RATE_LIMITED', {
      detail: 'Too many unknown links: try again after a while.',
      headers: { 'retry-after': String(timeToBlockExpire) },
    });
  }
}
