import type { TimelinessRow } from '@laurel/db';
import { timelinessOf, type Timeliness } from '@laurel/domain';
import { z } from 'zod';

const figures = {
  decided: z.int(),
  inTime: z.int(),
  /** Percentage to two places; null where nothing is decided. */
  shareInTime: z.string().nullable(),
  /** Working days; null where nothing is decided. */
  medianDays: z.string().nullable(),
};

const decision = z.object({
  nominationId: z.string(),
  programme: z.string(),
  campaign: z.string(),
  unit: z.string(),
  level: z.string(),
  outcome: z.enum(['NOT_QUALIFIED', 'AWARD_HERE', 'REFER_UP', 'AWARD_HERE_AND_REFER_UP']),
  signedOn: z.iso.date(),
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime(),
  inTime: z.boolean(),
  days: z.int(),
});

export const timelinessSchema = z
  .object({
    ...{ asOf: z.iso.date(), knownAt: z.string(), zone: z.string() },
    ...figures,
    counts: z.array(z.object({ programme: z.string(), level: z.string(), ...figures, rows: z.array(decision) })),
  })
  .meta({ id: 'TimelinessReport' });

export type TimelinessView = z.output<typeof timelinessSchema>;

export interface TimelinessCounts extends Timeliness {
  readonly counts: (Timeliness & { readonly programme: string; readonly level: string; readonly rows: TimelinessRow[] })[];
}

/** The figures of all decisions, and of each level with the decisions behind them. */
export function countTimeliness(rows: readonly TimelinessRow[]): TimelinessCounts {
  const levels = new Map(rows.map(({ programme, level }) => [JSON.stringify([programme, level]), { programme, level }]));
  const counts = [...levels.values()].map(({ programme, level }) => {
    const members = rows.filter((row) => row.programme === programme && row.level === level);
    return { programme, level, ...timelinessOf(members), rows: members };
  });
  return { ...timelinessOf(rows), counts };
}
