import { z } from 'zod';
import { instant, lawfulDay } from './shared.schemas.ts';

/** One thing wrong with a request: where, and how to mend it. */
export const fieldErrorSchema = z.object({
  pointer: z.string(),
  detail: z.string(),
  detailVi: z.string().optional(),
  nominationId: z.string().optional().describe('Whose line it is, where lines of an agenda are refused.'),
});

const paper = z
  .object({ number: z.string(), signedOn: z.iso.date(), signer: z.string().nullable() })
  .describe('NUMBER_TAKEN: the paper that has the number; nobody signed what was taken over from history.');

const share = z
  .object({ award: z.string(), percent: z.number(), of: z.string(), counted: z.int(), limit: z.int(), given: z.int() })
  .describe('CAP_REACHED: the award that is a share of another, how many of the other are counted, the limit that follows, and how many are given.');

/** What some refusals say beyond the rest, each where it applies. */
const members = z.object({
  taskId: z.string().optional().describe('The task that takes no answer.'),
  taskState: z.string().optional().describe('What became of it.'),
  closedBy: z.string().nullable().optional().describe('Who closed it; null while it is open.'),
  closedAt: instant.nullable().optional(),
  decision: z.string().nullable().optional().describe('What was decided; null where nothing was.'),
  receipt: z.string().optional().describe('ALREADY_DECIDED: the receipt of the ballot that is in the box.'),
  paper: paper.optional(),
  share: share.optional(),
  firstLawful: lawfulDay.optional().describe('From this day on all lines of the agenda may be voted on.'),
});

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    titleVi: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    detailVi: z.string().optional(),
    correlationId: z.string().optional(),
    errors: z.array(fieldErrorSchema).optional(),
    ...members.shape,
  })
  .meta({ id: 'Problem', description: 'A refusal, RFC 9457. Title and detail are English, titleVi and detailVi Vietnamese.' });

type Refusal = z.output<typeof problemSchema>;

export type ProblemError = Readonly<z.output<typeof fieldErrorSchema>>;
export type ProblemMembers = Readonly<z.output<typeof members>>;
export type ProblemBody = Readonly<Omit<Refusal, 'errors'>> & { readonly errors?: readonly ProblemError[] };
