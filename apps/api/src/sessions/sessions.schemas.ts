import { MOST_LINES } from '@laurel/domain';
import { z } from 'zod';
import { named, text } from '../docs/shared.schemas.ts';

const key = z.string().min(1).max(200, 'Too long: at most 200 characters.');
const instant = z.iso
  .datetime({ offset: true, error: 'Write an instant with its offset, as 2026-12-01T08:00:00+07:00.' })
  .transform((text) => Date.parse(text));
const reason = z.string('Say why.').trim().min(1, 'Say why.').max(4_000, 'Too long: at most 4000 characters.');

export const conveneBody = z
  .object({
    programme: key,
    council: key,
    campaign: key,
    meetsAt: instant,
    ballotOpensAt: instant,
    ballotClosesAt: instant,
    agenda: z
      .union(
        [
          z.literal('all-waiting'),
          z
            .array(key)
            .min(1, 'Name at least one nomination.')
            .max(MOST_LINES, `At most ${String(MOST_LINES)} lines: divide the agenda.`),
        ],
        'Give "all-waiting" or the ids of nominations.',
      )
      .describe('all-waiting: everyone of the season that waits for this council and is on no other agenda.'),
    closesWhenAllVoted: z.boolean('Give true or false.').default(true).describe('Closes early once everybody who may vote has.'),
    remindAt: z.array(instant).max(10, 'At most 10 reminders.').optional(),
  })
  .refine(({ meetsAt, ballotOpensAt }) => meetsAt <= ballotOpensAt, {
    path: ['ballotOpensAt'],
    message: 'The ballot opens when the council meets, or later.',
  })
  .refine(({ ballotOpensAt, ballotClosesAt }) => ballotOpensAt < ballotClosesAt, {
    path: ['ballotClosesAt'],
    message: 'The ballot closes after it opens.',
  })
  .meta({ id: 'ConveneSession' });

export type ConveneRequest = z.output<typeof conveneBody>;

/** Who a note is about: by seat number, or by the person on it. */
const member = { seat: z.int('Give the number of a seat.').min(0).optional(), person: key.optional() };
const oneMember = ({ seat, person }: { readonly seat?: number | undefined; readonly person?: string | undefined }): boolean =>
  (seat === undefined) !== (person === undefined);
const ONE = { path: ['seat'], message: 'Name the member by seat or by person.' };

export const attendanceBody = z
  .object({ ...member, presence: z.enum(['present', 'away', 'written'], 'Give one of: present, away, written.') })
  .refine(oneMember, ONE)
  .meta({ id: 'SessionAttendance' });

export const recusalBody = z
  .object({ ...member, nominationId: key, reason: reason.nullish().transform((given) => given ?? null) })
  .refine(oneMember, ONE)
  .meta({ id: 'SessionRecusal' });

/** `by`: the second person, who lifts it, as a person id; left out by who signed in and lifts it. */
export const liftBody = z
  .object({ ...member, nominationId: key, by: key.optional(), reason })
  .refine(oneMember, ONE)
  .meta({ id: 'LiftRecusal' });

export const requestBody = z.object({ reason }).meta({ id: 'SessionReason' });

export type MemberNote = Pick<z.output<typeof attendanceBody>, 'seat' | 'person'>;
export type AttendanceRequest = z.output<typeof attendanceBody>;
export type RecusalRequest = z.output<typeof recusalBody>;
export type LiftRequest = z.output<typeof liftBody>;

const votes = z.object({ yes: z.int(), no: z.int(), abstain: z.int() });

export const sessionSchema = z
  .object({
    id: z.string(),
    programme: z.string(),
    campaign: z.string(),
    ruleSetVersion: z.string(),
    council: named,
    state: z.enum(['convened', 'open', 'closing', 'closed', 'adjourned']),
    meetsAt: z.iso.datetime(),
    ballotOpensAt: z.iso.datetime(),
    ballotClosesAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    quorum: z
      .object({ total: z.int(), eligible: z.int(), present: z.int(), met: z.boolean() })
      .nullable()
      .describe('As it was when the ballot opened.'),
    members: z.array(
      z.object({
        seat: z.int(),
        post: z.string(),
        title: text,
        person: z.object({ id: z.string(), fullName: z.string() }).nullable(),
        actingFor: z.string().nullable(),
        chair: z.boolean(),
        presence: z.enum(['unknown', 'present', 'away', 'written']),
        hasVoted: z.boolean(),
      }),
    ),
    recusals: z.array(
      z.object({
        seat: z.int(),
        nominationId: z.string(),
        declaredBy: z.string(),
        reason: z.string().nullable(),
        liftedBy: z.string().nullable(),
      }),
    ),
    lines: z
      .array(
        z.object({
          line: z.int(),
          nominationId: z.string(),
          nominee: z.string(),
          award: z.string(),
          state: z.enum(['waiting', 'on-ballot', 'set-aside', 'counted']),
          because: z.string().nullable(),
          outcome: z.enum(['qualified', 'not-qualified', 'set-aside']).nullable(),
          votes: votes.nullable(),
          recused: z.int().nullable(),
        }),
      )
      .describe('Counts and outcomes only after the close.'),
    minutes: z.string().nullable().describe('Where the minutes are to be read, once it is closed.'),
  })
  .meta({ id: 'CouncilSession' });

export type SessionView = z.output<typeof sessionSchema>;
