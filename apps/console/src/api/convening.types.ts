import type { Text } from './shared.types.ts';

/** A civil day, and the instant at which it begins. */
export interface LawfulDay {
  readonly on: string;
  readonly at: string;
}

/** What names a council in a season. */
export interface CouncilNamed {
  readonly programme: string;
  readonly campaign: string;
  readonly council: string;
}

// --- GET /v1/sessions/councils

export interface CouncilToConvene {
  readonly programme: string;
  readonly campaign: string;
  readonly council: { readonly key: string; readonly name: Text };
}

export interface CouncilsToConvene {
  /** The latest season first. */
  readonly councils: readonly CouncilToConvene[];
}

// --- GET /v1/sessions/waiting?programme=&campaign=&council=

export interface WaitingLine {
  readonly nominationId: string;
  readonly nominee: string;
  readonly achievement: string;
  readonly award: string;
  readonly unit: string;
  /** Null where no public notice came before. */
  readonly firstLawful: LawfulDay | null;
}

export interface WaitingLines {
  readonly lines: readonly WaitingLine[];
  /** True where more wait than one agenda takes. */
  readonly more: boolean;
}

// --- POST /v1/sessions/preview and POST /v1/sessions

export interface ConveneRequest extends CouncilNamed {
  readonly meetsAt: string;
  readonly ballotOpensAt: string;
  readonly ballotClosesAt: string;
  readonly agenda: readonly string[];
  readonly closesWhenAllVoted: boolean;
}

export interface PreviewMember {
  readonly seat: number;
  readonly title: Text;
  readonly chair: boolean;
  readonly fullName: string | null;
  readonly actingFor: string | null;
}

export interface SessionPreview {
  readonly council: { readonly key: string; readonly name: Text };
  readonly meetsAt: string;
  readonly ballotOpensAt: string;
  readonly ballotClosesAt: string;
  readonly remindAt: readonly string[];
  readonly secret: boolean;
  readonly lines: number;
  readonly members: readonly PreviewMember[];
  readonly secretary: string | null;
}
