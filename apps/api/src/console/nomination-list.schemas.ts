import { NOMINATION_STATES } from '@laurel/domain';
import { z } from 'zod';
import { instant, text } from '../docs/shared.schemas.ts';
import { nextCursor } from '../http/paging.ts';

export const nominationLine = z
  .object({
    id: z.string(),
    programme: z.string(),
    campaign: z.string(),
    submission: z.string(),
    nominee: z.string(),
    nomineeKind: z.string(),
    achievement: z.string(),
    unit: z.string(),
    unitName: text,
    award: z.string(),
    state: z.enum(NOMINATION_STATES),
    level: z.string(),
    stage: z.string(),
    held: z.boolean(),
    late: z.boolean(),
    submittedAt: instant,
    dueAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'NominationLine' });

export const nominationList = z
  .object({
    items: z.array(nominationLine),
    nextCursor,
    total: z.object({ count: z.int(), exact: z.boolean() }).describe('Counted up to 1,000; beyond that an estimate.'),
  })
  .meta({ id: 'NominationList' });
