import { z } from 'zod';
import { instant, named } from '../docs/shared.schemas.ts';

export const campaign = z.object({ key: z.string(), ruleSetVersion: z.string(), opensAt: instant, closesAt: instant.nullable() });

export const facetsSchema = z
  .object({
    programmes: z.array(
      named
        .extend({
          campaigns: z.array(campaign),
          levels: z.array(named),
          stages: z.array(named.extend({ kind: z.string(), level: z.string() })),
          awards: z.array(named.extend({ level: z.string() })),
          units: z.array(named.extend({ parent: z.string().nullable() })).describe('Units the person may look into.'),
        })
        .meta({ id: 'ProgrammeFacet' }),
    ),
  })
  .meta({ id: 'Facets' });

const count = z.int();

export const overviewSchema = z
  .object({
    asOf: instant,
    total: count,
    open: count,
    late: count,
    held: count,
    dueThisWeek: count,
    decided: count,
    standing: z
      .array(z.object({ level: z.string(), stage: z.string(), state: z.string(), count, late: count, held: count }))
      .describe('Open nominations by where they stand.'),
    endings: z
      .array(z.object({ level: z.string(), state: z.string(), count }))
      .describe('Ended nominations by how they ended and at which level.'),
    dueByDay: z.array(z.object({ day: z.iso.date(), count })).describe("The seven days from today on, in the office's zone."),
    decidedByDay: z
      .array(z.object({ day: z.iso.date(), awarded: count, referred: count, notQualified: count }))
      .describe('The last 90 days on which something was decided.'),
    campaigns: z.array(z.object({ programme: z.string(), campaign: z.string(), total: count, open: count, late: count, decided: count })),
  })
  .meta({ id: 'Overview' });
