import { z } from 'zod';

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
    errors: z.array(z.object({ pointer: z.string(), detail: z.string(), detailVi: z.string().optional() })).optional(),
  })
  .meta({ id: 'Problem' });
