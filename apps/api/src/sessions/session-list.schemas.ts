import { z } from 'zod';
import { named } from '../docs/shared.schemas.ts';
import { nextCursor, paging } from '../http/paging.ts';

const key = z.string().min(1).max(200, 'Too long: at most 200 characters.');

export const sessionListQuery = z.object({ programme: key.optional(), campaign: key.optional(), ...paging });

export type SessionListQuery = z.output<typeof sessionListQuery>;

export const sessionListSchema = z
  .object({
    sessions: z
      .array(
        z.object({
          id: z.string(),
          programme: z.string(),
          campaign: z.string(),
          council: named,
          state: z.enum(['convened', 'open', 'closing', 'closed', 'adjourned']),
          meetsAt: z.iso.datetime(),
          ballotClosesAt: z.iso.datetime(),
          lines: z.int(),
          seats: z.int(),
          voted: z.int(),
        }),
      )
      .describe('The latest first.'),
    nextCursor,
  })
  .meta({ id: 'CouncilSessions' });

export type SessionListView = z.output<typeof sessionListSchema>;
