export interface Progress {
  readonly phase: 'sending' | 'reviewing' | 'waiting to close' | 'settling';
  readonly sent: number;
  readonly answered: number;
  readonly ended: number;
  readonly total: number;
  /** From 0 to 1. */
  readonly done: number;
}

export interface PlayOptions {
  readonly apiUrl: string;
  readonly mailboxUrl: string;
  readonly apiKey: string;
  /** From the last completion to the closing of the season. */
  readonly closeAfterMs: number;
  /** So long without any progress, and the player ends with what it has; default 180,000. */
  readonly patienceMs?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Row {
  readonly key: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly plan: number;
  readonly seen: number;
}

export interface Played {
  readonly rows: readonly Row[];
  /** What is otherwise than planned, in words. */
  readonly differences: readonly string[];
  readonly nominations: number;
  readonly mails: { readonly byKind: Readonly<Record<string, number>>; readonly distinct: number; readonly repeats: number };
  readonly answers: { readonly recorded: number; readonly closedBefore: number };
  readonly alreadyPlayed: boolean;
  readonly closing: string;
  /** Requests sent again, by why. */
  readonly retries: Readonly<Record<string, number>>;
  readonly durationMs: number;
  /** What Laurel has promised on the way. */
  readonly told: {
    readonly accepted: readonly { readonly source: string; readonly id: string }[];
    readonly recorded: readonly { readonly taskId: string; readonly choice: string }[];
  };
}

/** Plays the season of 2022, or what is left of it, and reads what came of it. */
export function playSeason(options: PlayOptions): Promise<Played>;

export interface PlannedProgress {
  readonly phase: 'sending' | 'reviewing' | 'notice' | 'council' | 'settling';
  readonly ended: number;
  readonly total: number;
  /** From 0 to 1. */
  readonly done: number;
}

export interface PlannedOptions {
  readonly programme: string;
  readonly apiUrl: string;
  readonly mailboxUrl: string;
  readonly apiKey: string;
  /** So long without any progress, and the player ends with what it has; default 180,000. */
  readonly patienceMs?: number;
  readonly onProgress?: (progress: PlannedProgress) => void;
}

export interface PlannedRow extends Row {
  /** Whether the figure stands in the source document. */
  readonly stated: boolean;
}

export interface PlayedPlan {
  readonly programme: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly rows: readonly PlannedRow[];
  /** What is otherwise than planned, in words. */
  readonly differences: readonly string[];
  readonly mails: { readonly byKind: Readonly<Record<string, number>>; readonly distinct: number; readonly repeats: number };
  readonly answers: number;
  readonly votes: number;
  readonly alreadyPlayed: boolean;
  readonly retries: Readonly<Record<string, number>>;
  readonly durationMs: number;
}

/** Plays the season that stands beside a programme, or what is left of it, and counts the figures of its document. */
export function playPlanned(options: PlannedOptions): Promise<PlayedPlan>;

/** The file with the earlier awards that a season rests on. */
export function historyOf(programme: string): string | null;
