import type { Basis, DeclaredDocument, IsoDate, RecipientKind, Stream } from '@laurel/domain';

export interface AchievementData {
  readonly title: string;
  readonly summary: string;
  readonly from: string;
  readonly to: string;
  readonly stream: Stream;
  readonly basis: Basis;
}

export interface SubmittedData {
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly nominator: { readonly unit: string; readonly officer: string };
  readonly nominee: {
    readonly kind: RecipientKind;
    readonly fullName: string;
    readonly birthYear?: number | undefined;
    readonly unit?: string | undefined;
    readonly reference?: string | undefined;
    /** The day of death, of a person who is no longer alive. */
    readonly deceasedOn?: IsoDate | undefined;
  };
  readonly award: string;
  readonly achievement: AchievementData;
  readonly documents: readonly DeclaredDocument[];
}

interface DataOf {
  readonly 'laurel.nomination.submitted.v1': SubmittedData;
  readonly 'laurel.nomination.completed.v1': {
    readonly documents?: readonly DeclaredDocument[] | undefined;
    readonly achievement?: AchievementData | undefined;
  };
  readonly 'laurel.nomination.withdrawn.v1': { readonly reason: string; readonly by: string };
  readonly 'laurel.nominee.hold-placed.v1': { readonly authority: string; readonly paper?: string | undefined; readonly from: string };
  readonly 'laurel.nominee.hold-lifted.v1': {
    readonly authority: string;
    readonly outcome: 'cleared' | 'confirmed';
    readonly from: string;
  };
  readonly 'laurel.campaign.opened.v1': {
    readonly programme: string;
    readonly campaign: string;
    readonly ruleSetVersion?: string | undefined;
    readonly opensAt: string;
    readonly closesAt?: string | null | undefined;
  };
}

export type IntakeType = keyof DataOf;

/** An event of one type, validated as far as it can be without the database. */
export interface IntakeEventOf<Type extends IntakeType> {
  readonly type: Type;
  readonly id: string;
  readonly source: string;
  readonly subject: string | null;
  readonly time: string | null;
  readonly data: DataOf[Type];
  readonly payloadHash: string;
}

export type IntakeEvent = { readonly [Type in IntakeType]: IntakeEventOf<Type> }[IntakeType];

/** Who sent the event, and when it came: `at` is UTC milliseconds, null for the database's own clock. */
export interface IntakeOrigin {
  readonly apiKeyId: string | null;
  readonly at: number | null;
  /** The sources its sender speaks for, `*` at an end for all that begin so; left out: for all. Nobody completes or withdraws another's. */
  readonly sources?: readonly string[] | undefined;
}

/** A field that the stored world contradicts; the pointer is from the event's root. */
export interface IntakeError {
  readonly pointer: string;
  readonly detail: string;
  readonly detailVi: string;
}

/** `repeated`: the very same event was stored before, and this is its answer. */
export type IntakeAnswer =
  | { readonly is: 'accepted'; readonly nominationId: string | null; readonly repeated: boolean }
  | { readonly is: 'conflict' }
  | { readonly is: 'invalid'; readonly errors: readonly IntakeError[] };

/** What a statement of one type did: stored, or nothing, and then why is found out after. */
export type Stored = { readonly stored: true; readonly nominationId: string | null } | { readonly stored: false };
