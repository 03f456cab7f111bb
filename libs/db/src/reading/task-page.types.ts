import type {
  ActKind,
  Choice,
  DeclaredDocument,
  IsoDate,
  Language,
  NominationState,
  ReminderWish,
  RuleSet,
  StageKind,
  TaskState,
  Text,
} from '@laurel/domain';
import type { NomineeView } from './nomination.types.ts';

/** How and by whom a task was closed. */
export interface TaskClosure {
  readonly at: number;
  /** Name of the person, the sending system, or null when the deadline or the rules closed it. */
  readonly by: string | null;
  readonly byKind: 'person' | 'source' | 'operator' | 'rules';
  readonly actorId: string | null;
  readonly actKind: ActKind | null;
  readonly choice: Choice | null;
}

/** One task with all that its page shows. Instants are UTC milliseconds. */
export interface TaskPageData {
  readonly id: string;
  readonly nominationId: string;
  readonly kind: StageKind;
  readonly state: TaskState;
  readonly choices: readonly Choice[];
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  readonly post: { readonly key: string; readonly title: Text; readonly unit: string };
  readonly person: {
    readonly id: string;
    readonly fullName: string;
    readonly language: Language;
    readonly email: string;
    readonly reminders: ReminderWish;
  };
  readonly actingFor: string | null;
  readonly closure: TaskClosure | null;
  /** The last act that this very person has on record for this very task. */
  readonly own: { readonly id: string; readonly kind: ActKind; readonly choice: string | null; readonly at: number } | null;
  /** Which of the seats of its stage the task fills. */
  readonly seat: number;
  /** How often its person was given more time. */
  readonly granted: number;
  readonly nomination: {
    readonly state: NominationState;
    readonly held: boolean;
    readonly programme: string;
    readonly campaign: string;
    readonly submission: string;
    readonly level: string;
    readonly award: string;
    readonly unit: Text;
    readonly nominee: NomineeView;
    readonly achievement: { readonly title: string; readonly summary: string; readonly from: string; readonly to: string };
    readonly documents: readonly DeclaredDocument[];
    /** Why a reviewer returned the dossier; null when the rules did, or nobody. */
    readonly returnReason: string | null;
  };
  readonly stage: string;
  readonly rules: RuleSet;
}

/** A person with what a mail to them needs. */
export interface Reachable {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  readonly reminders: ReminderWish;
}

/** What somebody else said on the nomination. */
export interface Opinion {
  readonly stage: string;
  readonly level: string;
  readonly kind: StageKind;
  readonly choice: Choice | null;
  readonly at: Date;
  readonly reason: string | null;
  readonly by: string;
  readonly title: Text;
}

/** The complaint that a nomination's handler has before them. */
export interface HeardComplaint {
  readonly ground: string;
  /** Who complains, as the paper says. */
  readonly by: string;
  readonly instance: 1 | 2;
  readonly at: Date;
  readonly reason: string | null;
}

/** A paper that bears a number already. */
export interface NumberedDecision {
  readonly number: string;
  readonly signedOn: IsoDate;
  /** Null where it was taken over from history. */
  readonly signer: string | null;
}

export interface Colleague {
  readonly id: string;
  readonly fullName: string;
  readonly title: Text;
  readonly unit: string;
}
