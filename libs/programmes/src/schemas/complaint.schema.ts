import type { ComplaintRule, Ground, RevocationRule } from '@laurel/domain';
import { z } from 'zod';
import { key, postRef, text } from './common.schema.ts';
import { clock, wait } from './wait.schema.ts';

const ground = z.strictObject({ ground: key, text }) satisfies z.ZodType<Ground>;

const instance = { fileWithin: clock, handler: postRef, wait };

/** How complaints about a result are heard. */
export const complaint = z.strictObject({
  grounds: z.array(ground).min(1),
  ...instance,
  second: z.strictObject(instance).nullable().default(null),
  tellsComplainant: z.boolean().exactOptional(),
}) satisfies z.ZodType<ComplaintRule>;

/** On which grounds an award is taken back. */
export const revocation = z.strictObject({ grounds: z.array(ground).min(1) }) satisfies z.ZodType<RevocationRule>;
