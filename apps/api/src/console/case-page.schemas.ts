import { z } from 'zod';
import { instant, named, outcome, text } from '../docs/shared.schemas.ts';
import { decision, hold } from '../nominations/nominations.schemas.ts';
import { CASE_ACTIONS } from './console.schemas.ts';
import { nominationLine } from './nomination-list.schemas.ts';

const routeStage = named
  .extend({
    kind: z.string(),
    level: z.string(),
    standing: z.enum(['done', 'current', 'ahead', 'not-reached']),
    outcome: outcome.nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'RouteStage' });

const routeLevel = named.extend({ awards: z.boolean(), stages: z.array(routeStage) }).meta({ id: 'RouteLevel' });

export const wake = z.object({ at: instant, is: z.enum(['reminder', 'escalation', 'close']) });

const clock = z
  .object({
    startedAt: instant.nullable(),
    dueAt: instant.nullable(),
    closesAt: instant.nullable(),
    paused: z.boolean(),
    pausedBy: z.array(z.string()),
    late: z.boolean(),
    outsideCalendar: z
      .boolean()
      .describe('The deadline lies beyond the years whose days off the calendar knows: only weekends are counted there.'),
    ahead: z.array(wake).describe('Reminders and the escalation still to come.'),
  })
  .meta({ id: 'CaseClock' });

const task = z
  .object({
    id: z.string(),
    stage: z.string(),
    kind: z.string(),
    level: z.string(),
    post: z.string(),
    postTitle: text.nullable(),
    person: z.object({ id: z.string(), fullName: z.string(), email: z.string().nullable() }),
    actingFor: z.string().nullable(),
    state: z.string(),
    choice: z.string().nullable(),
    openedAt: instant,
    dueAt: instant.nullable(),
    closesAt: instant.nullable(),
    closedAt: instant.nullable(),
    remindersSent: z.int(),
    escalatedAt: instant.nullable(),
  })
  .meta({ id: 'CaseTask' });

const document = z
  .object({
    kind: z.string(),
    kindName: text.nullable().describe('What the programme calls this kind of paper; null where it asks for none of it.'),
    name: z.string(),
    sha256: z.string(),
    received: z.boolean(),
  })
  .meta({ id: 'CaseDocument' });

export const casePageSchema = nominationLine
  .extend({
    programmeName: text,
    awardName: text,
    ruleSetVersion: z.string(),
    calendarVersion: z.string(),
    officer: z.string(),
    birthYear: z.int().nullable(),
    deceasedOn: z.iso.date().nullable(),
    reference: z.string().nullable(),
    summary: z.string(),
    achievementFrom: z.iso.date().nullable(),
    achievementTo: z.iso.date().nullable(),
    returns: z.int(),
    ineligibleRule: z.string().nullable(),
    ineligibleText: text.nullable().describe("The same in the programme's words; null for a rule that every programme has."),
    route: z.array(routeLevel),
    clock: clock.nullable(),
    outcomes: z.array(z.object({ level: z.string(), outcome, decidedAt: instant })),
    tasks: z.array(task),
    documents: z.array(document),
    decisions: z.array(decision.omit({ id: true, supersededAt: true }).meta({ id: 'CaseDecision', description: 'A decision that holds.' })),
    holds: z.array(hold),
    holdIds: z.array(z.string()).describe('Holds in force by their ids: what lift-hold may name.'),
    actions: z.array(z.enum(CASE_ACTIONS)).describe('What this person may do here and now.'),
  })
  .meta({ id: 'CasePage' });
