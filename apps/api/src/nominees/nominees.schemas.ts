import { z } from 'zod';
import { recipientKind } from '../docs/shared.schemas.ts';
import { nextCursor, paging } from '../http/paging.ts';

const key = z.string().min(1, 'Empty: leave it out or give a value.').max(200, 'Too long: at most 200 characters.');

export const searchQuery = z.object({
  q: z.string().max(200, 'Too long: at most 200 characters.').default(''),
  programme: key.optional(),
  unit: key.optional(),
  birthYear: z.coerce
    .number('Give a year with four digits.')
    .int('Give a year with four digits.')
    .min(1000, 'Give a year with four digits.')
    .max(9999, 'Give a year with four digits.')
    .optional(),
  kind: z.enum(['individual', 'collective', 'household'], 'Give individual, collective or household.').optional(),
  ...paging,
});

export const pairsQuery = z.object({ programme: key.optional(), ...paging });

export const lookAlikesQuery = pairsQuery.extend({
  /** `true`: those instead of which somebody has said that they are two. */
  different: z
    .enum(['true', 'false'], 'Give true or false.')
    .transform((value) => value === 'true')
    .optional(),
});

export type PairsQuery = z.output<typeof pairsQuery>;
export type LookAlikesQuery = z.output<typeof lookAlikesQuery>;

export const mergeBody = z.strictObject({
  into: key,
  reason: z.string().trim().min(1, 'Say why.').max(2_000, 'Too long: at most 2,000 characters.'),
});

export const unmergeBody = mergeBody.pick({ reason: true });
export const differentBody = unmergeBody.extend({ other: key });

export type DifferentBody = z.output<typeof differentBody>;

const row = {
  id: z.string(),
  programme: z.string(),
  kind: recipientKind,
  fullName: z.string(),
  unit: z.string(),
  birthYear: z.int().nullable(),
  reference: z.string().nullable(),
  mergedInto: z.string().nullable().describe('The entry that this one was found to be, or null.'),
};

const nominee = z.object(row).meta({ id: 'Nominee' });

/** By itself, without what was merged into it. */
const line = z.object({ ...row, nominations: z.int(), titles: z.int() });

export const searchSchema = z.object({ items: z.array(line), nextCursor }).meta({ id: 'Nominees' });

/** Who said, and why, that the two are two nominees. */
const different = z
  .object({ actor: z.string(), reason: z.string(), saidAt: z.iso.datetime() })
  .nullable()
  .describe('Who said, and why, that they are two; null while nobody has.');

export const lookAlikesSchema = z
  .object({
    items: z.array(
      z.object({ nominee, other: nominee, sameDiacritics: z.boolean(), sameBirthYear: z.boolean(), sameUnit: z.boolean(), different }),
    ),
    nextCursor,
  })
  .meta({ id: 'LookAlikes' });

export const proposalsSchema = z
  .object({
    items: z.array(
      z.object({
        ...row,
        likeness: z.int().describe('Of the names, in thousandths.'),
        sameDiacritics: z.boolean(),
        sameBirthYear: z.boolean(),
        sameUnit: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'NomineeProposals' });

export const detailsSchema = z
  .object({
    ...row,
    merged: z.array(nominee),
    merges: z.array(
      z.object({
        nomineeId: z.string(),
        nominee: z.string(),
        intoId: z.string(),
        actor: z.string(),
        reason: z.string(),
        mergedAt: z.iso.datetime(),
        undoneAt: z.iso.datetime().nullable(),
        undoneBy: z.string().nullable(),
        undoneReason: z.string().nullable(),
      }),
    ),
    differences: z.array(
      z.object({
        otherId: z.string(),
        other: z.string(),
        actor: z.string(),
        reason: z.string(),
        saidAt: z.iso.datetime(),
        undoneAt: z.iso.datetime().nullable(),
        undoneBy: z.string().nullable(),
        undoneReason: z.string().nullable(),
      }),
    ),
    nominations: z.array(
      z.object({
        id: z.string(),
        programme: z.string(),
        campaign: z.string(),
        state: z.string(),
        deceasedOn: z.iso.date().nullable(),
      }),
    ),
    titles: z.array(
      z.object({
        id: z.string(),
        nominationId: z.string().nullable(),
        award: z.string(),
        level: z.string(),
        year: z.int(),
        signedOn: z.iso.date(),
        number: z.string().nullable(),
        source: z.string(),
        revokedOn: z.iso.date().nullable(),
      }),
    ),
  })
  .meta({ id: 'NomineeDetails' });

export const suspectedSchema = z
  .object({
    items: z.array(
      z.object({
        nominationId: z.string(),
        programme: z.string(),
        unit: z.string(),
        nominee: z.string(),
        deed: z.string(),
        kind: z.enum(['nomination', 'record']),
        otherId: z.string(),
        otherUnit: z.string(),
        otherNominee: z.string(),
        otherDeed: z.string(),
        likeness: z.int(),
        flaggedAt: z.iso.datetime(),
      }),
    ),
    nextCursor,
  })
  .meta({ id: 'SuspectedDuplicates', description: 'Two filings, or a filing and a title of earlier years, that look like one deed.' });
