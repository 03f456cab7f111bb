import type { AwardCap, AwardType, Prerequisite } from '@laurel/domain';
import { z } from 'zod';
import { key, postRef, recipientKind, text } from './common.schema.ts';

const period = z.enum(['year', 'campaign']);

const prerequisite = z.strictObject({
  award: key,
  programme: key.exactOptional(),
  times: z.int().min(1).max(50).default(1),
  consecutive: z.literal('years').nullable().default(null),
}) satisfies z.ZodType<Prerequisite>;

const cap = z.strictObject({
  scope: z.enum(['programme', 'unit']),
  period,
  max: z.int().min(1).max(100_000).exactOptional(),
  percent: z.int().min(1).max(100).exactOptional(),
  of: key.exactOptional(),
  whenFull: z.enum(['wait', 'refuse']).exactOptional(),
}) satisfies z.ZodType<AwardCap>;

export const award = z.strictObject({
  key,
  name: text,
  level: key,
  issuer: postRef,
  recipientKinds: z.array(recipientKind).min(1),
  exclusionGroup: key.nullable().default(null),
  repeat: z.enum(['unlimited', 'once-per-period', 'once-in-a-lifetime']).default('unlimited'),
  period: period.exactOptional(),
  posthumous: z.boolean().default(false),
  prerequisites: z.array(prerequisite).default([]),
  cap: cap.nullable().default(null),
  bonusMultiple: z
    .string()
    .regex(/^(?:0|[1-9]\d*)(?:\.\d+)?$/, { error: 'decimal' })
    .exactOptional(),
  form: text.exactOptional(),
}) satisfies z.ZodType<AwardType>;
