import { z } from 'zod';

const hash = /\+([a-z2-7]{52})@/i;

/** What a mail provider's hook can tell without the message itself. */
export const bounceNotice = z
  .object({
    returnPath: z
      .string()
      .regex(hash, 'Give the return path of the mail: bounce+<52 characters>@domain.')
      .describe('The envelope sender that the mail left with: bounce+<hash>@….'),
    action: z.enum(['failed', 'delayed'], 'Give "failed" or "delayed".'),
    status: z.string().max(20).optional().describe('RFC 3463: 5.1.1.'),
    diagnostic: z.string().max(1_000).optional(),
  })
  .meta({ id: 'BounceNotice' });

export const bounceAnswer = z
  .object({
    status: z.enum(['noted', 'ignored']).describe('ignored: no mail of ours, or nothing that has failed.'),
    is: z.enum(['hard', 'soft']).nullable(),
    nominationId: z.string().nullable(),
  })
  .meta({ id: 'BounceAnswer' });

export type BounceAnswer = z.output<typeof bounceAnswer>;
