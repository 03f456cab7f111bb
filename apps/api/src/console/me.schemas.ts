import { z } from 'zod';
import { action, instant, role, text } from '../docs/shared.schemas.ts';

export const meSchema = z
  .object({
    name: z.string(),
    email: z.string(),
    language: z.enum(['vi', 'en']),
    people: z.array(z.object({ programme: z.string(), id: z.string(), fullName: z.string() })),
    roles: z.array(z.object({ role, programme: z.string().nullable(), unit: z.string().nullable(), unitName: text.nullable() })),
    actions: z.array(action).describe('What may be done somewhere; the server still asks where.'),
    csrf: z.string().describe('Goes back as the header x-laurel-csrf with everything that changes something.'),
    sessionEndsAt: instant,
    temporalUi: z.string().nullable().describe('Base address of the Temporal Web UI; null where none is set or the person is no operator.'),
  })
  .meta({ id: 'Me' });
