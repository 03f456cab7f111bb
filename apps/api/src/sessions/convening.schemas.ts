import { z } from 'zod';
import { lawfulDay, named, text } from '../docs/shared.schemas.ts';

const key = z.string().min(1).max(200, 'Too long: at most 200 characters.');

export const councilQuery = z.object({ programme: key, campaign: key, council: key });

export type CouncilQuery = z.output<typeof councilQuery>;

export const councilsSchema = z
  .object({
    councils: z.array(z.object({ programme: z.string(), campaign: z.string(), council: named })).describe('The latest season first.'),
  })
  .meta({ id: 'CouncilsToConvene' });

export type CouncilsView = z.output<typeof councilsSchema>;

export const waitingSchema = z
  .object({
    lines: z
      .array(
        z.object({
          nominationId: z.string(),
          nominee: z.string(),
          achievement: z.string(),
          award: z.string(),
          unit: z.string(),
          firstLawful: lawfulDay
            .nullable()
            .describe('The first day on which the council may meet over it; null where no public notice came before.'),
        }),
      )
      .describe('Oldest first; as many as one agenda takes.'),
    more: z.boolean().describe('True where more wait than one agenda takes.'),
  })
  .meta({ id: 'WaitingForSession' });

export type WaitingView = z.output<typeof waitingSchema>;

export const previewSchema = z
  .object({
    council: named,
    meetsAt: z.iso.datetime(),
    ballotOpensAt: z.iso.datetime(),
    ballotClosesAt: z.iso.datetime(),
    remindAt: z.array(z.iso.datetime()),
    secret: z.boolean(),
    lines: z.int(),
    members: z
      .array(
        z.object({ seat: z.int(), title: text, chair: z.boolean(), fullName: z.string().nullable(), actingFor: z.string().nullable() }),
      )
      .describe('Who is called, by seat; null where nobody holds the post on that day.'),
    secretary: z.string().nullable(),
  })
  .meta({ id: 'SessionPreview' });

export type SessionPreview = z.output<typeof previewSchema>;
