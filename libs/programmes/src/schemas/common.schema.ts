import { z } from 'zod';

// The `error` of a pattern is the name of its cure in issue-texts.ts.

/** A text in both languages. */
export const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

export const isoDate = z.iso.date();

/** `08:30`; `24:00` is the end of the day. */
export const wallTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'time' });

/** `phuong-01` */
export const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'key' });

export const recipientKind = z.enum(['individual', 'collective', 'household']);

export const stream = z.enum(['regular', 'campaign', 'thematic', 'ad-hoc']);

/** `district/chairman` */
export const postKey = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, { error: 'post' });

/** `district/chairman`, or `@unit/head` for the post of the nominator's unit. */
export const postRef = z.string().regex(/^(?:@unit|[a-z0-9-]+)\/[a-z0-9-]+$/, { error: 'post' });
