import { z } from 'zod';
import { nextCursor, paging } from '../http/paging.ts';

const why = 'Say why: the reason is kept with what is settled.';

export const settlementBody = z
  .object({
    outcome: z
      .enum(['cleared', 'confirmed'], 'Give "cleared" or "confirmed".')
      .describe('cleared: the answer stands after all; confirmed: it was indeed somebody else, and its stage is asked again.'),
    reason: z.string(why).trim().min(1, why).max(4_000, 'Too long: at most 4,000 characters.'),
  })
  .meta({ id: 'Settlement' });

export type Settlement = z.output<typeof settlementBody>;

const objection = z
  .object({
    id: z.string(),
    programme: z.string(),
    nominationId: z.string(),
    unit: z.string().describe('Unit of the nomination.'),
    taskId: z.string(),
    personId: z.string(),
    personName: z.string().nullable(),
    reason: z.string().nullable().describe('In the words of the person; null when none were given.'),
    openedAt: z.iso.datetime(),
    settledAt: z.iso.datetime().nullable(),
    outcome: z.enum(['cleared', 'confirmed']).nullable(),
  })
  .meta({ id: 'Objection' });

export const objectionQuery = z.object({
  nominationId: z.string().min(1, 'Empty: leave it out or give a value.').max(200, 'Too long: at most 200 characters.').optional(),
  ...paging,
});

export type ObjectionQuery = z.output<typeof objectionQuery>;

/** Those that nobody has settled, the oldest first. */
export const objectionList = z.object({ items: z.array(objection), nextCursor }).meta({ id: 'Objections' });

export const settled = z
  .object({
    id: z.string(),
    nominationId: z.string(),
    outcome: z.enum(['cleared', 'confirmed']).describe('What stands: the first settlement, also when another was asked for since.'),
  })
  .meta({ id: 'SettledObjection' });

export type ObjectionList = z.output<typeof objectionList>;
export type Settled = z.output<typeof settled>;
