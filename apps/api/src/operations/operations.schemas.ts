import { REMEDY_CODES } from '@laurel/contracts';
import { REMEDIES, STUCK_CLASSES } from '@laurel/domain';
import { z } from 'zod';
import { text } from '../docs/shared.schemas.ts';

const id = z.string().min(1).max(300, 'Too long: at most 300 characters.');
const only = 'Name exactly one of nominationId, eventId and groupKey.';
const why = 'Say why: the reason is kept with what is done.';

const target = z
  .object({ nominationId: id.optional(), eventId: id.optional(), groupKey: id.optional() })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, only);

const body = z.object({
  remedy: z.enum(REMEDIES, `Give one of: ${REMEDIES.join(', ')}.`),
  target,
  reason: z.string(why).trim().min(1, why).max(4_000),
  dryRun: z.boolean('Give true or false.').default(false),
  /** For `reassign` and `substitute`: which task, when several are open. */
  taskId: id.optional(),
  /** For `reassign` and `substitute`: a post, a person id or an address. */
  to: id.optional(),
  /** For `substitute`: until when; two weeks when left out. */
  until: z.iso.datetime({ offset: true, error: 'Write an instant with its offset.' }).optional(),
  /** For `extend-deadline`. */
  workingDays: z.int('Give a whole number.').min(1, 'At least 1.').max(250, 'At most 250.').optional(),
  /** For `correct-address`. */
  address: z.email('Give an address like can-bo@example.vn.').max(254).optional(),
  /** For `reset`: the completed workflow task to go back to; the last one when left out. */
  toEventId: z.int('Give a whole number.').min(1, 'At least 1.').optional(),
});

const needs = (pointer: string, message: string): { readonly path: string[]; readonly message: string } => ({ path: [pointer], message });

export const remedyBody = body
  .refine(
    ({ remedy, to }) => !['reassign', 'substitute'].includes(remedy) || to !== undefined,
    needs('to', 'Say to whom: a post, a person id or an address.'),
  )
  .refine(
    ({ remedy, workingDays }) => remedy !== 'extend-deadline' || workingDays !== undefined,
    needs('workingDays', 'Say by how many working days.'),
  )
  .refine(
    ({ remedy, address }) => remedy !== 'correct-address' || address !== undefined,
    needs('address', 'Give the address that is right.'),
  )
  .meta({ id: 'RemedyRequest' });

export type RemedyRequest = z.output<typeof remedyBody>;

export const remedyItem = z.object({
  nominationId: z.string().optional(),
  eventId: z.string().optional(),
  taskId: z.string().optional(),
  status: z.enum(['done', 'would-do', 'nothing-to-do', 'refused', 'not-confirmed']),
  code: z.enum(REMEDY_CODES).optional().describe('What became of it; absent in jobs of earlier versions.'),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  detail: z.string(),
  detailIn: text.optional().describe('The sentence of code and facts; absent in jobs of earlier versions.'),
});

/** Items that are done so far; `jobId` leads to the rest. */
export const remedyResults = z
  .object({
    remedy: z.string(),
    dryRun: z.boolean(),
    jobId: z.string().nullable().describe('Null for a dry run.'),
    total: z.int(),
    done: z.int(),
    finishedAt: z.iso.datetime().nullable(),
    items: z.array(remedyItem),
  })
  .meta({ id: 'RemedyResults' });

export type RemedyResults = z.output<typeof remedyResults>;
export type RemedyItem = RemedyResults['items'][number];

export const stuckQuery = z.object({
  class: z.enum(STUCK_CLASSES, `Give one of: ${STUCK_CLASSES.join(', ')}.`).optional(),
  group: z.string().max(300).optional(),
});

const stuckCase = z.object({
  nominationId: z.string().optional(),
  workflowId: z.string().optional(),
  eventId: z.string().optional(),
  since: z.iso.datetime(),
});

const stuckGroup = z.object({
  class: z.enum(STUCK_CLASSES),
  groupKey: z.string(),
  count: z.int(),
  since: z.iso.datetime(),
  /** `operations`, `secretariat`, `integrator`, or the person who is asked. */
  owner: z.string(),
  /** In the language asked for by Accept-Language; Vietnamese unless English is preferred. */
  cause: z.string(),
  causeIn: text,
  /** What was seen; in the language asked for, as the cause. */
  evidence: z.string(),
  evidenceIn: text,
  remedies: z.array(z.enum(REMEDIES)),
  /** The first 500; all of them, up to 10,000, for one group. */
  cases: z.array(stuckCase),
});

export const stuckSchema = z
  .object({
    asOf: z.iso.datetime(),
    sees: z.object({ temporal: z.boolean(), database: z.boolean(), visibility: z.boolean() }),
    stale: z.boolean().describe("True when the classifier's own look is too old, so that only the tables speak here."),
    differences: z.int().describe('Open nominations and workflows that the reconciler finds to differ.'),
    groups: z.array(stuckGroup),
  })
  .meta({ id: 'Stuck' });

export type Stuck = z.output<typeof stuckSchema>;
