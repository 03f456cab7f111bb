import { VOTES, type Vote } from '@laurel/domain';
import { z } from 'zod';
import { readRequest } from '../http/read-request.ts';

const schema = z.object({
  attendance: z.enum(['present', 'away', 'written']).optional(),
  conflict: z.string().max(200).optional(),
  reason: z.string().max(1_000).optional(),
  nonce: z.string().min(16).max(200).optional(),
  fill: z.literal('yes').optional(),
  votes: z.record(z.string(), z.string()).optional(),
});

/** What somebody sent from a member's page, form or JSON alike. */
export interface SeatForm {
  readonly attendance: 'present' | 'away' | 'written' | null;
  readonly conflict: string | null;
  readonly reason: string | null;
  readonly nonce: string | null;
  /** True: the ballot is to be shown filled in, and not cast. */
  readonly fill: boolean;
  /** By nomination, as written. */
  readonly votes: ReadonlyMap<string, string>;
}

const FIELD = /^votes\[([^\]]+)\]$/;

/** Reads a posted form, with `votes[<nomination>]` flat or nested; throws a 422 problem. */
export function readSeatForm(body: unknown): SeatForm {
  const given = typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? body : {};
  const { attendance, conflict, reason, nonce, fill, votes } = readRequest(schema, given);
  return {
    attendance: attendance ?? null,
    conflict: conflict?.trim() || null,
    reason: reason?.trim().normalize('NFC') || null,
    nonce: nonce ?? null,
    fill: fill !== undefined,
    votes: new Map([...Object.entries(votes ?? {}), ...flatVotes(body)]),
  };
}

function flatVotes(body: unknown): [string, string][] {
  return Object.entries(body ?? {}).flatMap(([field, value]) => {
    const id = FIELD.exec(field)?.[1];
    return id !== undefined && typeof value === 'string' ? [[id, value]] : [];
  });
}

export function isVote(text: string | undefined): text is Vote {
  return (VOTES as readonly (string | undefined)[]).includes(text);
}
