import { z } from 'zod';
import { complaint, recall, reexamination } from '../complaints/aftermath.schemas.ts';
import { instant, named, text } from '../docs/shared.schemas.ts';

const ground = z.object({ ground: z.string(), text });

const offers = z
  .object({
    complain: z.array(ground).describe('Grounds of a complaint.'),
    revoke: z.array(ground).describe('Grounds of a revocation.'),
    reopen: z.array(named).describe('Stages to go back to.'),
    override: z
      .object({ rules: z.array(z.string()), posts: z.array(named), person: z.string().nullable() })
      .describe('Rules that may be set aside, and the posts that the visitor holds.'),
    number: z
      .array(z.object({ decisionId: z.string(), level: z.string(), signedOn: z.iso.date() }))
      .describe('Decisions that bear no number yet.'),
  })
  .meta({ id: 'AfterOffers', description: 'What may be done now; what is empty is not offered.' });

export const caseAfterwardsSchema = z
  .object({
    nomineeId: z.string().nullable(),
    overrides: z.array(z.string()),
    underComplaint: z.boolean(),
    duplicates: z.array(z.object({ kind: z.string(), id: z.string(), likeness: z.int() })),
    complaints: z.array(complaint),
    revocations: z.array(
      z.object({
        level: z.string(),
        award: z.string(),
        ground: z.string(),
        groundIn: text,
        paper: z.string(),
        revokedOn: z.iso.date(),
        recordedAt: instant,
      }),
    ),
    recalls: z.array(recall),
    reexaminations: z.array(reexamination),
    offers,
  })
  .meta({ id: 'CaseAfterwards' });
