import type { AwardType, Level } from '@laurel/domain';
import { z } from 'zod';
import { isoDate, key, postRef, text } from './common.schema.ts';
import { stage } from './stage.schemas.ts';
import { completion } from './wait.schema.ts';

const level = z.strictObject({ key, name: text, awards: z.boolean() }) satisfies z.ZodType<Level>;

const award = z.strictObject({
  key,
  name: text,
  level: key,
  issuer: postRef,
  recipientKinds: z.array(z.enum(['individual', 'collective', 'household'])).min(1),
  exclusionGroup: key.nullable().default(null),
}) satisfies z.ZodType<AwardType>;

const demoCampaign = z.strictObject({ key: z.string().min(1), opensAt: isoDate });

/** `<programme>/programme.yaml`, or one of `<programme>/versions/<version>.yaml`. */
export const programmeFile = z.strictObject({
  programme: key,
  version: z.string().min(1),
  name: text,
  validFrom: isoDate,
  validTo: isoDate.nullable().default(null),
  source: z.string().min(1),
  calendar: key,
  levels: z.array(level).min(1),
  awards: z.array(award).min(1),
  exclusionGroups: z.array(key).default([]),
  completion,
  stages: z.array(stage).min(2),
  withdrawUntil: z.enum(['decided', 'final-level']),
  demoCampaigns: z.array(demoCampaign).default([]),
});

/** A programme as written, before its calendar is joined to it. */
export type ProgrammeFile = z.output<typeof programmeFile>;
