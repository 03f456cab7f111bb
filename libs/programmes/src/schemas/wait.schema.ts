import type { ClockRule, CompletionRule, MoreTimeRule, TimeoutPolicy, WaitRule } from '@laurel/domain';
import { z } from 'zod';
import { isoDate } from './common.schema.ts';

const length = { days: z.int().min(1).max(1000), countStartDay: z.boolean() };

/** A length of days, or a date. */
export const clock = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('working-days'), ...length }),
  z.strictObject({ mode: z.literal('calendar-days'), ...length }),
  z.strictObject({ mode: z.literal('fixed-date'), on: isoDate }),
]) satisfies z.ZodType<ClockRule>;

/** What a person who asks for more time is given; without it every request is refused. */
export const moreTime = z
  .strictObject({ workingDays: z.int().min(1).max(60), times: z.int().min(1).max(10) })
  .nullable()
  .exactOptional() satisfies z.ZodType<MoreTimeRule | null | undefined>;

/** How long a wait lasts and what happens around its due date. */
export const wait = z.strictObject({
  clock,
  remindAt: z.array(z.int().min(-250).max(250)),
  escalateAfter: z.int().min(0).max(250).nullable(),
  closesAfter: z.int().min(0).max(250),
}) satisfies z.ZodType<WaitRule>;

/** What ends a wait that nobody answered. */
export const timeout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lapse') }),
  z.strictObject({ kind: z.literal('hand-over'), to: z.enum(['superior', 'substitute']) }),
  z.strictObject({
    kind: z.literal('escalate-again'),
    times: z.int().min(1).max(10),
    everyWorkingDays: z.int().min(1).max(60),
    then: z.enum(['lapse', 'hand-over']),
  }),
]) satisfies z.ZodType<TimeoutPolicy>;

/** How a returned dossier is completed. */
export const completion = z.strictObject({
  maxReturns: z.int().min(0).max(10),
  wait,
}) satisfies z.ZodType<CompletionRule>;
