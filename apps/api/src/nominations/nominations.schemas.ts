import { NOMINATION_STATES } from '@laurel/domain';
import { z } from 'zod';
import { instant, outcome, recipientKind } from '../docs/shared.schemas.ts';
import { paging } from '../http/paging.ts';

const key = z.string().min(1, 'Empty: leave it out or give a value.').max(200, 'Too long: at most 200 characters.');

/** Filters of a list; all of them together. */
export const listQuery = z.object({
  programme: key.optional(),
  campaign: key.optional(),
  state: z.enum(NOMINATION_STATES, `Give one of ${NOMINATION_STATES.join(', ')}.`).optional(),
  unit: key.optional(),
  level: key.optional(),
  stage: key.optional(),
  q: z.string().max(200, 'Too long: at most 200 characters.').optional(),
  cursor: z
    .string()
    .regex(/^[\w-]+$/, 'Use the nextCursor of the page before.')
    .max(100)
    .optional(),
  limit: paging.limit,
});

export type ListQuery = z.output<typeof listQuery>;

const nominee = z.object({
  kind: recipientKind,
  fullName: z.string(),
  birthYear: z.int().optional(),
  deceasedOn: z.iso.date().optional(),
  unit: z.string().optional(),
  reference: z.string().optional(),
});

export const summarySchema = z
  .object({
    id: z.string(),
    state: z.enum(NOMINATION_STATES),
    level: z.string(),
    stage: z.string(),
    held: z.boolean(),
    programme: z.string(),
    campaign: z.string(),
    submission: z.string(),
    unit: z.string(),
    award: z.string(),
    nominee,
    submittedAt: instant,
    dueAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'NominationSummary' });

const openTask = z.object({
  id: z.string(),
  kind: z.string(),
  post: z.string(),
  assignee: z.object({ id: z.string(), fullName: z.string(), actingFor: z.string().nullable() }),
  openedAt: instant,
  dueAt: instant.nullable(),
  closesAt: instant.nullable(),
  remindersSent: z.int(),
  escalatedAt: instant.nullable(),
});

export const decision = z
  .object({
    id: z.string(),
    level: z.string(),
    outcome,
    award: z.string().nullable(),
    issuer: z.string(),
    number: z.string().nullable(),
    signedOn: z.iso.date(),
    signer: z.string(),
    recordedAt: instant,
    supersededAt: instant.nullable().describe('When a reopening put another decision in its place; null while it holds.'),
  })
  .meta({ id: 'Decision' });

export const hold = z
  .object({
    id: z.string(),
    authority: z.string(),
    paper: z.string().nullable(),
    from: instant,
    liftedFrom: instant.nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'Hold' });

const afterwards = {
  nomineeId: z.string().nullable(),
  overrides: z.array(z.string()),
  complaints: z.array(
    z.object({
      id: z.string(),
      ground: z.string(),
      filedBy: z.string(),
      instance: z.int(),
      filedAt: instant,
      dueAt: instant.nullable(),
      outcome: z.string().nullable(),
      settledAt: instant.nullable(),
    }),
  ),
  revocations: z.array(
    z.object({ level: z.string(), award: z.string(), ground: z.string(), paper: z.string(), revokedOn: z.iso.date(), recordedAt: instant }),
  ),
  recalls: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      amount: z.string().nullable(),
      state: z.string(),
      dueSince: instant,
      recoveredAt: instant.nullable(),
    }),
  ),
  reexaminations: z.array(
    z.object({
      id: z.string(),
      revokedNominationId: z.string(),
      nominationId: z.string(),
      rule: z.string(),
      state: z.string(),
      openedAt: instant,
      finding: z.string().nullable(),
    }),
  ),
  duplicates: z.array(z.object({ kind: z.string(), id: z.string(), likeness: z.int() })),
};

export const viewSchema = summarySchema
  .extend({
    underComplaint: z.boolean(),
    ruleSetVersion: z.string(),
    calendarVersion: z.string(),
    outsideCalendar: z
      .boolean()
      .describe('The running deadline lies beyond the years whose days off the calendar knows: only weekends are counted there.'),
    achievement: z.record(z.string(), z.unknown()),
    documents: z.array(z.object({ kind: z.string(), name: z.string(), sha256: z.string(), received: z.boolean() })),
    returns: z.int(),
    ineligibleRule: z.string().nullable(),
    outcomes: z.array(z.object({ level: z.string(), outcome, decidedAt: instant })),
    openTasks: z.array(openTask),
    decisions: z.array(decision),
    holds: z.array(hold),
    ...afterwards,
  })
  .meta({ id: 'Nomination' });

export const pageSchema = z.object({ items: z.array(summarySchema), nextCursor: z.string().nullable() }).meta({ id: 'NominationPage' });

/** One transition, as the audit chain keeps it. */
export const timelineEntry = z
  .object({
    seq: z.int(),
    at: instant,
    action: z.string(),
    actor: z.string(),
    actorName: z.string().nullable().describe('Name of the person who acted; null for systems.'),
    actingFor: z.string().nullable(),
    actingForName: z.string().nullable(),
    reason: z.string().nullable(),
    ruleSetVersion: z.string(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

export const timelineSchema = z.object({ nominationId: z.string(), entries: z.array(timelineEntry) }).meta({ id: 'Timeline' });
