import type { BallotRule, Council } from '@laurel/domain';
import { z } from 'zod';
import { key, postRef, text } from './common.schema.ts';

/** A council and who sits in it. */
export const council = z.strictObject({
  key,
  name: text,
  level: key,
  chair: postRef,
  seats: z.array(postRef),
  secretary: postRef,
}) satisfies z.ZodType<Council>;

/** How a council votes. */
export const ballot = z.strictObject({
  quorum: z.strictObject({
    numerator: z.int().min(1).max(100),
    denominator: z.int().min(1).max(100),
    of: z.enum(['total', 'eligible']).default('total'),
  }),
  threshold: z.strictObject({
    percent: z.int().min(1).max(100),
    compare: z.enum(['>=', '>']),
    of: z.enum(['total', 'present', 'eligible']).default('total'),
  }),
  secret: z.boolean().default(true),
  absentees: z.enum(['written', 'none']).default('none'),
  chairInFavour: z.boolean().default(false),
  substitutes: z.boolean().default(false),
}) satisfies z.ZodType<BallotRule>;
