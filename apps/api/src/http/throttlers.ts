import { tokenHash } from '@laurel/db';
import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

/** Events a second of one key: far above what intake can store, so that only a runaway sender meets it. */
export const EVENT_RATE = { limit: 5_000, ttl: 1_000, blockDuration: 1_000 };

/** Counts by key. */
@Injectable()
export class CallerThrottler extends ThrottlerGuard {
  protected override getTracker(request: FastifyRequest): Promise<string> {
    return Promise.resolve(request.principal?.keyId ?? request.ip);
  }
}

/** Counts by link: an office behind one address must not be locked out because its people work fast. */
@Injectable()
export class TokenThrottler extends ThrottlerGuard {
  protected override getTracker(request: FastifyRequest<{ Params: { token?: string } }>): Promise<string> {
    return Promise.resolve(tokenHash(request.params.token ?? request.ip));
  }
}

const TEN_MINUTES_MS = 600_000;

/** Codes asked for and codes tried, for one address from one place. */
export const SIGN_IN_RATE = { limit: 10, ttl: TEN_MINUTES_MS, blockDuration: TEN_MINUTES_MS };

/** Counts by the mail address that somebody tries to sign in with, and where from. */
@Injectable()
export class AddressThrottler extends ThrottlerGuard {
  protected override getTracker({ ip, body }: FastifyRequest): Promise<string> {
    const email = typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string' ? body.email : '';
    return Promise.resolve(`${ip} ${email.trim().toLowerCase().slice(0, 320)}`);
  }
}
