import { z } from 'zod';
import { instant, text } from '../docs/shared.schemas.ts';
import { campaign } from './season.schemas.ts';

const line = z
  .object({
    programme: z.string(),
    name: text,
    versions: z.array(z.object({ version: z.string(), validFrom: z.iso.date(), validTo: z.iso.date().nullable(), source: z.string() })),
    inForce: z.string().nullable(),
    campaigns: z.array(campaign),
  })
  .meta({ id: 'ProgrammeLine' });

export const programmesSchema = z.object({ programmes: z.array(line) }).meta({ id: 'Programmes' });

const fact = z.object({ id: z.string(), label: text, value: text }).meta({ id: 'RuleFact' });

export const programmeDetailSchema = line
  .extend({ version: z.string(), sections: z.array(z.object({ id: z.string(), title: text, facts: z.array(fact) })) })
  .meta({ id: 'ProgrammeDetail' });

const side = z.object({ programme: z.string(), version: z.string() });

export const differenceSchema = z
  .object({
    from: side,
    to: side,
    differences: z.array(z.object({ id: z.string(), section: text, label: text, before: text.nullable(), after: text.nullable() })),
  })
  .meta({ id: 'ProgrammeDifference' });

const moment = z
  .object({ on: z.iso.date(), time: z.string(), at: instant })
  .meta({ id: 'Moment', description: "A moment on the office's wall clock." });

const steppedOver = z.object({ on: z.iso.date(), name: text, why: z.enum(['holiday', 'weekend']) });

const wait = z
  .object({
    startsAt: moment,
    dueAt: moment,
    reminders: z.array(moment),
    escalateAt: moment.nullable().describe('When the superior is told; null where the rules tell nobody.'),
    pressedAt: z.array(moment).describe('When the task is pressed again, by the timeout policy.'),
    closesAt: moment.describe('When the wait ends by itself, everything pressed.'),
    steppedOver: z.array(steppedOver).describe('Holidays and weekend days that the clock steps over up to the due day.'),
    steppedOverAfterDue: z.array(steppedOver).describe('The same from the due day to the close.'),
    swapDaysWorked: z
      .array(z.object({ on: z.iso.date(), name: text, source: z.string().optional() }))
      .describe('Weekend days up to the due day that are worked.'),
  })
  .meta({ id: 'SimulatedWait' });

const stage = z
  .object({
    key: z.string(),
    kind: z.string(),
    name: text,
    level: text,
    reachedAt: moment,
    earliest: text.nullable().describe('What reachedAt is of where the stage waits for an event without a date; null elsewhere.'),
    wait: wait.nullable().describe('Null where nobody is asked.'),
    atClose: text.nullable().describe('What follows the close when nobody answers; null where nobody is asked.'),
    leftAt: moment,
  })
  .meta({ id: 'SimulatedStage' });

export const simulationSchema = z
  .object({
    programme: z.string(),
    version: z.string(),
    route: z.object({ key: z.string(), name: text }).nullable().describe('The route that is simulated; null where there is only one.'),
    filedOn: z.iso.date(),
    pace: z.enum(['due', 'closing']),
    calendar: z.object({ id: z.string(), version: z.string() }),
    stages: z.array(stage),
    returned: wait.nullable().describe('A return at intake; null where the rules return nothing.'),
    warnings: z.array(text),
  })
  .meta({ id: 'Simulation' });
