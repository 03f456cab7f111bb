import { z } from 'zod';

const hash = /\+([a-z2-7]{52})@/i;

/** What a mail provider's hook can tell without the message itself. */
export const bounceNotice = z
  .object({
    /** The envelope sender that the mail left with: `bounce+<hash>@…`. */
    returnPath: z.string().regex(hash, 'Give the return path of the mail: bounce+<52 characters>@domain.'),
    action: z.enum(['failed', 'delayed'], 'Give "failed" or "delayed".'),
    /** RFC 3463: `5.1.1`. */
    status: z.string().max(20).optional(),
    diagnostic: z.string().max(1_000).optional(),
  })
  .meta({ id: 'BounceNotice' });

export const bounceAnswer = z
  .object({
    /** `ignored`: no mail of ours, or nothing that has failed. */
    status: z.enum(['noted', 'ignored']),
    is: z.enum(['hard', 'soft']).nullable(),
    nominationId: z.string().nullable(),
  })
  .meta({ id: 'BounceAnswer' });

export type BounceAnswer = z.output<typeof bounceAnswer>;
