import { z } from 'zod';
import { problemSchema } from '../docs/problem.schema.ts';

export const acceptedSchema = z
  .object({ eventId: z.string(), status: z.literal('accepted'), nominationId: z.string().optional() })
  .meta({ id: 'AcceptedEvent' });

export const batchSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string().nullable(),
        status: z.enum(['accepted', 'refused']),
        eventId: z.string().optional(),
        nominationId: z.string().optional(),
        problem: problemSchema.optional(),
      }),
    ),
  })
  .meta({ id: 'BatchAnswer' });
