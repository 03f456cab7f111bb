import { z } from 'zod';
import { instant } from '../docs/shared.schemas.ts';
import { timelineEntry } from '../nominations/nominations.schemas.ts';
import { remedyItem } from '../operations/operations.schemas.ts';
import { wake } from './case-page.schemas.ts';
import { CASE_ACTIONS } from './console.schemas.ts';

export const caseTimelineSchema = z.object({ entries: z.array(timelineEntry) }).meta({ id: 'CaseTimeline' });

const mail = z
  .object({
    id: z.string(),
    kind: z.string(),
    occurrence: z.int(),
    person: z.string(),
    to: z.string(),
    taskId: z.string().nullable(),
    state: z.string(),
    attempts: z.int(),
    plannedAt: instant,
    sendAfter: instant,
    acceptedAt: instant.nullable(),
    response: z.string().nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'CaseMail' });

export const caseMailsSchema = z.object({ mails: z.array(mail) }).meta({ id: 'CaseMails' });

const activity = z.object({
  type: z.string(),
  attempt: z.int(),
  paused: z.boolean(),
  since: instant,
  nextAttemptAt: instant.nullable(),
  lastFailure: z.string().nullable(),
});

export const caseWorkflowSchema = z
  .object({
    asOf: instant,
    sees: z.boolean().describe('False: the Temporal server cannot be reached, nothing below is known.'),
    workflowId: z.string(),
    workflow: z.enum(['running', 'closed', 'missing']).nullable(),
    task: z.object({ attempt: z.int(), since: instant }).nullable().describe('A workflow task that a worker is to take or has failed.'),
    pendingActivities: z.array(activity),
    lastFailure: z.string().nullable(),
    pinnedTo: z.string().nullable().describe('The build that the workflow is bound to.'),
    timers: z.array(wake).describe('What the workflow waits for by itself.'),
    link: z.string().nullable().describe('Into the Temporal Web UI.'),
  })
  .meta({ id: 'CaseWorkflow' });

export const caseActionResultSchema = z
  .object({ action: z.enum(CASE_ACTIONS), items: z.array(remedyItem) })
  .meta({ id: 'CaseActionResult' });
