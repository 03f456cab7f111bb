import { z } from 'zod';

/** One thing wrong with a request: where, and how to mend it. */
export const fieldErrorSchema = z.object({ pointer: z.string(), detail: z.string(), detailVi: z.string().optional() });

/** A refusal, RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    titleVi: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    detailVi: z.string().optional(),
    correlationId: z.string().optional(),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .meta({ id: 'Problem' });
