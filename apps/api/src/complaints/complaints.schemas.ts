import { z } from 'zod';
import { problemSchema } from '../docs/problem.schema.ts';

const short = z.string().trim().min(1, 'Empty: fill it in.').max(200, 'Too long: at most 200 characters.');
const reason = z.string().trim().min(1, 'Say why.').max(2_000, 'Too long: at most 2,000 characters.');

export const complaintBody = z.strictObject({
  ground: short,
  /** Who complains, as the paper says. */
  by: short,
  /** Where who complains is told how it ended, unless the rules say otherwise, and in which language. */
  email: z.email('Write an address such as ten@example.vn.').max(254, 'Too long: at most 254 characters.').optional(),
  language: z.enum(['vi', 'en']).optional(),
  reason,
});

export const revocationBody = z.strictObject({
  ground: short,
  paper: short,
  reason,
  revokedOn: z.iso.date('Write a date as YYYY-MM-DD.').optional(),
});

export const reopeningBody = z.strictObject({ stage: short, reason });

export const overrideBody = z.strictObject({
  rule: short,
  reason,
  /** The post that sets the rule aside, and who holds it: an id or an address. */
  post: short,
  person: short,
});

export const numberBody = z.strictObject({ number: short, signedOn: z.iso.date('Write a date as YYYY-MM-DD.').optional() });

/** So many decisions at once; one answers for each of them. */
const MOST_NUMBERED = 50;

export const numbersBody = z
  .strictObject({
    number: short,
    signedOn: z.iso.date('Write a date as YYYY-MM-DD.'),
    decisions: z
      .array(short)
      .min(1, 'Name at least one decision.')
      .max(MOST_NUMBERED, `At most ${String(MOST_NUMBERED)} at once: send the others after them.`),
  })
  .meta({ id: 'NumberDecisions' });

export const recoveryBody = z.strictObject({ paper: short });

export const findingBody = z.strictObject({ finding: reason });

export type ComplaintBody = z.output<typeof complaintBody>;
export type RevocationBody = z.output<typeof revocationBody>;
export type ReopeningBody = z.output<typeof reopeningBody>;
export type OverrideBody = z.output<typeof overrideBody>;
export type NumbersBody = z.output<typeof numbersBody>;
export type NumberBody = z.output<typeof numberBody>;

export const recordedSchema = z
  .object({ nominationId: z.string(), actId: z.string(), state: z.string(), recordedAt: z.iso.datetime() })
  .meta({ id: 'RecordedAct' });

export const numberedSchema = z
  .object({
    decisionId: z.string(),
    number: z.string(),
    signedOn: z.iso.date(),
    lines: z.array(z.object({ nominationId: z.string(), actId: z.string(), state: z.string(), recordedAt: z.iso.datetime() })),
  })
  .meta({ id: 'NumberedDecision' });

export type Recorded = z.output<typeof recordedSchema>;
export type Numbered = z.output<typeof numberedSchema>;

export const numberedEachSchema = z
  .object({
    number: z.string(),
    signedOn: z.iso.date(),
    items: z
      .array(
        z.object({
          decisionId: z.string(),
          nominationId: z.string().nullable().describe('Null where no such decision holds.'),
          status: z.enum(['recorded', 'refused', 'not-confirmed']),
          problem: problemSchema.nullable().describe('Why not.'),
        }),
      )
      .describe('One for each line of each decision, in the order in which they were named.'),
  })
  .meta({ id: 'NumberedDecisions' });

export type NumberedEach = z.output<typeof numberedEachSchema>;
