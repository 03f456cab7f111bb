import { z } from 'zod';
import { key, recipientKind, stream, text } from './common.schema.ts';
import { stage } from './stage.schemas.ts';
import { completion } from './wait.schema.ts';

export const stages = z.array(stage).min(2);

export const withdrawUntil = z.enum(['decided', 'final-level']);

/** One of several routes; without a completion or withdrawal of its own it takes the programme's. */
export const route = z.strictObject({
  key,
  name: text,
  for: z
    .strictObject({
      awards: z.array(key).min(1).exactOptional(),
      streams: z.array(stream).min(1).exactOptional(),
      recipientKinds: z.array(recipientKind).min(1).exactOptional(),
    })
    .default({}),
  stages,
  completion: completion.optional(),
  withdrawUntil: withdrawUntil.optional(),
});
