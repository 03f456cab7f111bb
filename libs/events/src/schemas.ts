import { z } from 'zod';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const key = text(100);
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });

const document = z
  .object({
    kind: key,
    name: text(300),
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'Write the SHA-256 of the bytes as 64 hexadecimal digits.')
      .toLowerCase(),
  })
  .meta({ id: 'DeclaredDocument' });

const documents = z.array(document).max(200);

const achievement = z
  .object({
    title: text(500),
    summary: z.string().trim().max(20_000).default(''),
    from: date,
    to: date,
    stream: z.enum(['regular', 'campaign', 'thematic', 'ad-hoc']),
    basis: z.enum(['single-deed', 'cumulative', 'counted-in-annual-award', 'thematic-wrap-up', 'ad-hoc-within-duty']),
  })
  .refine((given) => given.from <= given.to, { path: ['to'], message: 'Ends before it begins: give a date on or after "from".' })
  .meta({ id: 'Achievement' });

const nominee = z
  .object({
    kind: z.enum(['individual', 'collective', 'household']),
    fullName: text(300),
    birthYear: z.int().min(1880).max(2100).optional(),
    unit: key.optional(),
    reference: text(200).optional(),
    deceasedOn: date.optional(),
  })
  .refine(({ kind, deceasedOn }) => deceasedOn === undefined || kind === 'individual', {
    path: ['deceasedOn'],
    message: 'Only a person dies: leave "deceasedOn" out, or make "kind" "individual".',
  })
  // What is no date at all is told once, by its own rule.
  .refine(({ birthYear, deceasedOn }) => !deceasedOn || birthYear === undefined || !(Number(deceasedOn.slice(0, 4)) < birthYear), {
    path: ['deceasedOn'],
    message: 'Before the year of birth: give the day of death, or correct "birthYear".',
  })
  .meta({ id: 'Nominee' });

const submitted = z
  .object({
    programme: key,
    campaign: key,
    submission: text(200),
    nominator: z.object({ unit: key, officer: z.email().max(254).toLowerCase() }),
    nominee,
    award: key,
    achievement,
    documents: documents.default([]),
  })
  .meta({ id: 'NominationSubmitted' });

const completed = z
  .object({ documents: documents.optional(), achievement: achievement.optional() })
  .refine((given) => given.documents !== undefined || given.achievement !== undefined, 'Gives nothing: add "documents" or "achievement".')
  .meta({ id: 'NominationCompleted' });

const withdrawn = z.object({ reason: text(4_000), by: text(300) }).meta({ id: 'NominationWithdrawn' });

const since = z.union([instant, date], 'Write a date (YYYY-MM-DD) or an instant with its offset.');

const holdPlaced = z.object({ authority: text(300), paper: text(300).optional(), from: since }).meta({ id: 'HoldPlaced' });

const holdLifted = z.object({ authority: text(300), outcome: z.enum(['cleared', 'confirmed']), from: since }).meta({ id: 'HoldLifted' });

const campaignOpened = z
  .object({
    programme: key,
    campaign: key,
    ruleSetVersion: key.optional(),
    opensAt: instant,
    closesAt: instant.nullish(),
  })
  .refine((given) => !given.closesAt || Date.parse(given.opensAt) < Date.parse(given.closesAt), {
    path: ['closesAt'],
    message: 'Closes before it opens: give an instant after "opensAt".',
  })
  .meta({ id: 'CampaignOpened' });

/** What `data` must be, by event type; `subject` says what the event's subject names. */
export const EVENT_SCHEMAS = {
  'laurel.campaign.opened.v1': { data: campaignOpened, subject: null },
  'laurel.nomination.submitted.v1': { data: submitted, subject: null },
  'laurel.nomination.completed.v1': { data: completed, subject: 'the nomination id' },
  'laurel.nomination.withdrawn.v1': { data: withdrawn, subject: 'the nomination id' },
  'laurel.nominee.hold-placed.v1': { data: holdPlaced, subject: "the nominee's reference" },
  'laurel.nominee.hold-lifted.v1': { data: holdLifted, subject: "the nominee's reference" },
} as const;

export type EventType = keyof typeof EVENT_SCHEMAS;

/** Types of later work: known by name, refused until they exist. */
export const LATER_TYPES = /^laurel\.(?:contest|cluster)[.-]/;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_SCHEMAS, type);
}

/** The validated data of each type. */
export type EventData = { readonly [Type in EventType]: z.output<(typeof EVENT_SCHEMAS)[Type]['data']> };

interface Envelope<Type extends EventType> {
  readonly type: Type;
  readonly id: string;
  readonly source: string;
  /** What the event is about; null where the type has no subject. */
  readonly subject: string | null;
  /** As the sender wrote it, ISO; shown, never used for clocks. */
  readonly time: string | null;
  readonly data: EventData[Type];
  /** SHA-256 of type, subject and data in canonical form. */
  readonly payloadHash: string;
}

/** A decoded and validated event, by type. */
export type LaurelEvent = { readonly [Type in EventType]: Envelope<Type> }[EventType];
