import { z } from 'zod';
import { instant } from '../docs/shared.schemas.ts';

const taskId = z.string();

const taskAnswer = z
  .object({
    taskId,
    decision: z.string(),
    recordedAt: instant,
    reference: z
      .string()
      .optional()
      .describe('What the answer is called on paper and on the telephone; a completion found recorded has none.'),
  })
  .meta({ id: 'TaskAnswer' });

const ballotAnswer = z.object({ taskId, decision: z.literal('cast'), receipt: z.string() }).meta({
  id: 'BallotAnswer',
  description: "A member's ballot is in the box. No hour is told: it would be the first place where it is written.",
});

const attendanceAnswer = z
  .object({ taskId, presence: z.enum(['present', 'away', 'written']) })
  .meta({ id: 'AttendanceAnswer', description: 'A member attends, does not, or votes in writing.' });

const recusalAnswer = z
  .object({ taskId, recused: z.string() })
  .meta({ id: 'RecusalAnswer', description: 'A member has no voice in one line, named by its nomination.' });

/** What a program is told for what it sent by a mailed link: which of these, depends on whose link it is. */
export const linkAnswerSchema = z.union([taskAnswer, ballotAnswer, attendanceAnswer, recusalAnswer]);

export type LinkAnswer = Readonly<z.output<typeof linkAnswerSchema>>;
export type SeatAnswer = Exclude<LinkAnswer, { readonly recordedAt: string }>;
