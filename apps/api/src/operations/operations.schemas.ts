import { z } from 'zod';

/** Remedies of the contract that exist so far. */
export const REMEDIES = ['retry-now', 'resend-mail', 'reassign', 'substitute', 'extend-deadline', 'terminate'] as const;
const LATER = ['correct-address', 'redispatch-event', 'pause-activity', 'resume-activity', 'reset'];

export type Remedy = (typeof REMEDIES)[number];

const id = z.string().min(1, 'Empty.').max(300, 'Too long: at most 300 characters.');
const only = 'Name exactly one of nominationId, eventId and groupKey.';

export const remedyBody = z
  .object({
    remedy: z.enum(REMEDIES, `Give one of: ${REMEDIES.join(', ')}. These come with later work: ${LATER.join(', ')}.`),
    target: z
      .object({ nominationId: id.optional(), eventId: id.optional(), groupKey: id.optional() })
      .refine((target) => Object.values(target).filter((value) => value !== undefined).length === 1, only),
    reason: z
      .string('Say why: the reason is kept with what is done.')
      .trim()
      .min(1, 'Say why: the reason is kept with what is done.')
      .max(4_000),
    dryRun: z.boolean('Give true or false.').default(false),
    /** For `reassign` and `substitute`: which task, when several are open. */
    taskId: id.optional(),
    /** For `reassign` and `substitute`: a post, a person id or an address. */
    to: id.optional(),
    /** For `substitute`: until when; two weeks when left out. */
    until: z.iso.datetime({ offset: true, error: 'Write an instant with its offset.' }).optional(),
    /** For `extend-deadline`. */
    workingDays: z.int('Give a whole number.').min(1, 'At least 1.').max(250, 'At most 250.').optional(),
  })
  .meta({ id: 'RemedyRequest' });

export type RemedyRequest = z.output<typeof remedyBody>;

export const remedyResults = z
  .object({
    remedy: z.string(),
    dryRun: z.boolean(),
    items: z.array(
      z.object({
        nominationId: z.string().optional(),
        eventId: z.string().optional(),
        taskId: z.string().optional(),
        status: z.enum(['done', 'would-do', 'nothing-to-do', 'refused', 'not-confirmed']),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'RemedyResults' });

export type RemedyResults = z.output<typeof remedyResults>;
export type RemedyItem = RemedyResults['items'][number];

export const stuckQuery = z.object({ class: z.string().max(100).optional(), group: z.string().max(300).optional() });

export const stuckSchema = z
  .object({
    asOf: z.iso.datetime(),
    sees: z.object({ temporal: z.boolean(), database: z.boolean(), visibility: z.boolean() }),
    groups: z.array(
      z.object({
        class: z.string(),
        groupKey: z.string(),
        count: z.int(),
        since: z.iso.datetime(),
        owner: z.string(),
        cause: z.object({ vi: z.string(), en: z.string() }),
        evidence: z.string(),
        remedies: z.array(z.string()),
        cases: z.array(
          z.object({
            nominationId: z.string().optional(),
            workflowId: z.string().optional(),
            eventId: z.string().optional(),
            since: z.iso.datetime(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Stuck' });

export type Stuck = z.output<typeof stuckSchema>;
