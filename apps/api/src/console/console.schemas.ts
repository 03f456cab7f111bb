import { ROLES } from '@laurel/domain';
import { z } from 'zod';
import { paging } from '../http/paging.ts';

const key = z.string().min(1, 'Empty: leave it out or give a value.').max(200, 'Too long: at most 200 characters.');
const flag = z.enum(['true', 'false'], 'Give true or false.').transform((value) => value === 'true');
const reason = z
  .string('Say why: the reason is kept with what is done.')
  .trim()
  .min(1, 'Say why: the reason is kept with what is done.')
  .max(4_000);
const id = z.string().min(1).max(300, 'Too long: at most 300 characters.');

export const filterQuery = z.object({
  programme: key.optional(),
  campaign: key.optional(),
  state: key.optional(),
  level: key.optional(),
  stage: key.optional(),
  unit: key.optional(),
  q: z.string().max(200, 'Too long: at most 200 characters.').optional(),
  late: flag.optional(),
  held: flag.optional(),
  open: flag.optional(),
  sort: z.enum(['newest', 'oldest', 'due', 'nominee'], 'Give newest, oldest, due or nominee.').default('newest'),
});

export const exportQuery = filterQuery.extend({ language: z.enum(['vi', 'en'], 'Give vi or en.').default('vi') });
export const searchQuery = filterQuery.extend(paging);
export const overviewQuery = z.object({ programme: key.optional(), campaign: key.optional() });
export const peopleQuery = z.object({
  programme: key,
  q: z.string().max(200, 'Too long: at most 200 characters.').default(''),
  /** A task that is to be handed over: who may not take it is left out. */
  taskId: id.optional(),
});
export const auditQuery = z.object({
  subject: id.optional(),
  actor: id.optional(),
  action: key.optional(),
  ...paging,
});

export type PeopleQuery = z.output<typeof peopleQuery>;
export type FilterQuery = z.output<typeof filterQuery>;
export type ExportQuery = z.output<typeof exportQuery>;
export type SearchQueryInput = z.output<typeof searchQuery>;

/** What may be done to one nomination from its page. */
export const CASE_ACTIONS = ['withdraw', 'extend', 'reassign', 'substitute', 'hold', 'lift-hold', 'resend'] as const;

/** What somebody does to one nomination, with the reason. */
export const caseAction = z
  .discriminatedUnion(
    'action',
    [
      z.object({ action: z.literal('withdraw'), reason }),
      z.object({
        action: z.literal('extend'),
        reason,
        workingDays: z.int('Give a whole number.').min(1, 'At least 1.').max(250, 'At most 250.'),
        taskId: id.optional(),
      }),
      z.object({ action: z.literal('reassign'), reason, taskId: id, to: id }),
      z.object({
        action: z.literal('substitute'),
        reason,
        taskId: id,
        to: id,
        until: z.iso.datetime({ offset: true, error: 'Write an instant with its offset.' }).optional(),
      }),
      z.object({
        action: z.literal('hold'),
        reason,
        authority: z.string('Say who investigates.').trim().min(1, 'Say who investigates.').max(300),
      }),
      z.object({
        action: z.literal('lift-hold'),
        reason,
        holdId: id,
        outcome: z.enum(['cleared', 'confirmed'], 'Give cleared or confirmed.'),
      }),
      z.object({ action: z.literal('resend'), reason }),
    ],
    `Give one of: ${CASE_ACTIONS.join(', ')}.`,
  )
  .meta({ id: 'CaseAction' });

export type CaseAction = z.output<typeof caseAction>;

const grantee = {
  role: z.enum(ROLES, `Give one of: ${ROLES.join(', ')}.`),
  programme: key.nullable().default(null),
  unit: key.nullable().default(null),
  reason,
};

export const grantBody = z
  .object({ ...grantee, email: z.email('Give an address.').nullable().default(null), personId: key.nullable().default(null) })
  .refine(({ email, personId }) => (email === null) !== (personId === null), 'Give either email or personId.')
  .refine(({ personId, programme }) => personId === null || programme !== null, 'A person is of a programme: give it too.')
  .meta({ id: 'GrantRequest' });

export const invitationRequest = z.object({ ...grantee, email: z.email('Give an address.') }).meta({ id: 'InviteRequest' });

export const grantsQuery = z.object({
  q: z.string().max(200, 'Too long: at most 200 characters.').default(''),
  programme: key.optional(),
  role: z.enum(ROLES, `Give one of: ${ROLES.join(', ')}.`).optional(),
  ...paging,
});

export const endBody = z.object({ reason }).meta({ id: 'EndGrantRequest' });

export const programmeQuery = z.object({ version: key.optional() });
export const diagramQuery = programmeQuery.extend({ language: z.enum(['vi', 'en'], 'Give vi or en.').default('vi') });
export const differenceQuery = z.object({ from: key, to: key });
export const simulationQuery = programmeQuery.extend({
  filedOn: z.iso.date('Write a date as YYYY-MM-DD.'),
  pace: z.enum(['due', 'closing'], 'Give due or closing.').default('due'),
});
