import { z } from 'zod';

const state = z.enum(['ok', 'degraded', 'down']);
const instant = z.iso.datetime().nullable();

/** What waits in one place; `ageSeconds` of the oldest, null when nothing waits. */
const queued = z.object({ count: z.int(), ageSeconds: z.int().nullable() });

export const healthSchema = z
  .object({
    asOf: z.iso.datetime(),
    status: state,
    parts: z.object({ database: state, temporal: state, workers: state, mail: state }),
    workers: z
      .array(
        z.object({
          worker: z.string(),
          lastTurnAt: z.iso.datetime(),
          loops: z.array(z.object({ loop: z.string(), turnedAt: z.iso.datetime(), turns: z.boolean(), lastError: z.string().nullable() })),
        }),
      )
      .describe('Each worker process with its loops; a loop that has not turned for a minute does not turn.'),
    taskQueue: z
      .object({ lastPollAt: instant, backlog: z.int(), backlogAgeSeconds: z.number(), builds: z.array(z.string()) })
      .nullable()
      .describe('Null where the server was not seen at the last look.'),
    mail: z.object({ up: z.boolean(), reason: z.string().nullable(), since: instant }),
    flow: z.object({ inbox: queued, acts: queued, mails: queued, outbox: queued, deadEvents: queued, undeliverableMails: queued }),
    openNominations: z.int(),
    differences: z.int(),
    databaseConnections: z.int(),
    classifier: z.object({ asOf: z.iso.datetime(), tookMs: z.number(), listCalls: z.int(), examined: z.int() }).nullable(),
    canary: z
      .object({ startedAt: z.iso.datetime(), mailedAt: instant, decidedAt: instant, endedAt: instant, failure: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'OperationsHealth' });

export type OperationsHealth = z.output<typeof healthSchema>;
