import { z } from 'zod';
import { instant, role, text } from '../docs/shared.schemas.ts';
import { nextCursor } from '../http/paging.ts';
import { timelineEntry } from '../nominations/nominations.schemas.ts';

const person = z
  .object({
    programme: z.string(),
    id: z.string(),
    fullName: z.string(),
    email: z.string(),
    posts: z.array(z.object({ key: z.string(), title: text, unit: z.string() })),
  })
  .meta({ id: 'PersonLine' });

export const peopleSchema = z.object({ people: z.array(person) }).meta({ id: 'People' });

const auditLine = timelineEntry
  .extend({ subject: z.string().describe("A nomination's id, people:<programme> or access."), hash: z.string() })
  .meta({ id: 'AuditLine' });

export const auditPageSchema = z.object({ entries: z.array(auditLine), nextCursor }).meta({ id: 'AuditPage' });

const grant = z
  .object({
    id: z.string(),
    email: z.string().nullable(),
    programme: z.string().nullable(),
    personId: z.string().nullable(),
    fullName: z.string().nullable(),
    role,
    unit: z.string().nullable(),
    validFrom: instant,
    validTo: instant.nullable(),
    grantedBy: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Grant' });

export const grantsSchema = z.object({ grants: z.array(grant).describe('The latest first.'), nextCursor }).meta({ id: 'Grants' });

export const grantedSchema = z.object({ id: z.string() }).meta({ id: 'Granted' });

export const invitationSchema = z
  .object({
    grantId: z.string(),
    link: z.string().describe('Shown once: signs in once, within seven days.'),
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });
