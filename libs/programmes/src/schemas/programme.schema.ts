import type { Level, NumberRule, PageRules } from '@laurel/domain';
import { z } from 'zod';
import { award } from './award.schema.ts';
import { isoDate, key, postRef, text } from './common.schema.ts';
import { complaint, revocation } from './complaint.schema.ts';
import { council } from './council.schema.ts';
import { route, stages, withdrawUntil } from './route.schema.ts';
import { completion } from './wait.schema.ts';

const level = z.strictObject({ key, name: text, awards: z.boolean(), requireCode: z.boolean().exactOptional() }) satisfies z.ZodType<Level>;

const pages = z.strictObject({
  showEarlierOpinions: z.boolean().exactOptional(),
  objectionHours: z.number().int().min(1).max(720).exactOptional(),
  secretariat: postRef.nullable().exactOptional(),
}) satisfies z.ZodType<PageRules>;

const decisionNumber = z.strictObject({
  level: key.exactOptional(),
  issuer: postRef.exactOptional(),
  pattern: z.string().regex(/\{n\}/, { error: 'number-pattern' }),
  perYear: z.boolean(),
}) satisfies z.ZodType<NumberRule>;

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
  councils: z.array(council).default([]),
  complaint: complaint.exactOptional(),
  revocation: revocation.exactOptional(),
  pages: pages.exactOptional(),
  decisionNumbers: z.array(decisionNumber).exactOptional(),
  /** Of every route that has none of its own. */
  completion: completion.optional(),
  withdrawUntil: withdrawUntil.optional(),
  /** Either one route for all, or several. */
  stages: stages.optional(),
  routes: z.array(route).min(1).optional(),
  demoCampaigns: z.array(demoCampaign).default([]),
});

/** A programme as written, before its calendar is joined to it. */
export type ProgrammeFile = z.output<typeof programmeFile>;
