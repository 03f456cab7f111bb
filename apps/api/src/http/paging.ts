import { z } from 'zod';

/** Query parameters of a list that pages: where to go on, and how many lines a page has. */
export const paging = {
  cursor: z
    .string()
    .regex(/^[\w-]+$/, 'Use the nextCursor of the page before.')
    .max(1_000)
    .optional(),
  limit: z.coerce
    .number('Give a number from 1 to 200.')
    .int('Give a whole number.')
    .min(1, 'At least 1.')
    .max(200, 'At most 200.')
    .default(50),
};

/** Goes on with the next page; null on the last one. */
export const nextCursor = z.string().nullable();
