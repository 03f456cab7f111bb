import { z } from 'zod';
import { instant, text } from '../docs/shared.schemas.ts';
import { nextCursor, paging } from '../http/paging.ts';

export const aftermathQuery = z.object({
  programme: z.string().min(1, 'Empty: leave it out or give a value.').max(200, 'Too long: at most 200 characters.').optional(),
  /** `true`: only what waits for somebody; `false`: only what does not. */
  open: z
    .enum(['true', 'false'], 'Give true or false.')
    .transform((value) => value === 'true')
    .optional(),
  ...paging,
});

export const complaintQuery = aftermathQuery.extend({
  ground: z.string().min(1, 'Empty: leave it out or give a value.').max(200).optional(),
});

export type AftermathQuery = z.output<typeof aftermathQuery>;
export type ComplaintQuery = z.output<typeof complaintQuery>;

const about = {
  id: z.string(),
  nominationId: z.string(),
  nominee: z.string(),
  programme: z.string(),
  campaign: z.string(),
  unit: z.string(),
  award: z.string(),
  state: z.string(),
};

export const unnumberedQuery = aftermathQuery.omit({ open: true });

export type UnnumberedQuery = z.output<typeof unnumberedQuery>;

const { state: _state, ...decided } = about;

export const unnumberedList = z
  .object({
    items: z.array(z.object({ ...decided, level: z.string(), signedOn: z.iso.date(), signer: z.string() })),
    nextCursor,
  })
  .meta({ id: 'UnnumberedDecisions' });

export const complaint = z
  .object({
    ...about,
    ground: z.string(),
    groundIn: text.describe('The ground as the rules word it.'),
    filedBy: z.string(),
    instance: z.int(),
    filedAt: instant,
    dueAt: instant.nullable(),
    late: z.boolean(),
    handler: z.string().nullable(),
    outcome: z.string().nullable(),
    settledAt: instant.nullable(),
  })
  .meta({ id: 'Complaint' });

/** Those being heard, by their deadline; then the settled, the latest first. `grounds`: all on which there are complaints, on any page. */
export const complaintList = z
  .object({ items: z.array(complaint), grounds: z.array(z.object({ ground: z.string(), groundIn: text })), nextCursor })
  .meta({ id: 'Complaints' });

export const recall = z
  .object({
    ...about,
    what: z.string(),
    amount: z.string().nullable(),
    dueSince: instant,
    recoveredAt: instant.nullable(),
    recoveredBy: z.string().nullable(),
    paper: z.string().nullable(),
  })
  .meta({ id: 'Recall' });

export const reexamination = z
  .object({
    ...about,
    rule: z.string(),
    revokedNominationId: z.string(),
    revokedNominee: z.string(),
    revokedAward: z.string(),
    openedAt: instant,
    finding: z.string().nullable(),
    settledAt: instant.nullable(),
    settledBy: z.string().nullable(),
  })
  .meta({ id: 'Reexamination' });

/** `state` is due or recovered. */
export const recallList = z
  .object({
    items: z.array(recall),
    nextCursor,
  })
  .meta({ id: 'Recalls' });

/** Nominations that relied on an award which was taken back. */
export const reexaminationList = z
  .object({
    items: z.array(reexamination),
    nextCursor,
  })
  .meta({ id: 'Reexaminations' });

export type ComplaintList = z.output<typeof complaintList>;
export type RecallList = z.output<typeof recallList>;
export type ReexaminationList = z.output<typeof reexaminationList>;
