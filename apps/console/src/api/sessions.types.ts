import type { Text } from './shared.types.ts';

export type CouncilSessionState = 'convened' | 'open' | 'closing' | 'closed' | 'adjourned';

// --- GET /v1/sessions

/** Everything may be left out. */
export interface CouncilSessionQuery {
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface CouncilSessionLine {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly council: { readonly key: string; readonly name: Text };
  readonly state: CouncilSessionState;
  readonly meetsAt: string;
  readonly ballotClosesAt: string;
  readonly lines: number;
  readonly seats: number;
  readonly voted: number;
}

export interface CouncilSessions {
  readonly sessions: readonly CouncilSessionLine[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

// --- GET /v1/sessions/{id}

export interface CouncilMember {
  readonly seat: number;
  readonly post: string;
  readonly title: Text;
  readonly person: { readonly id: string; readonly fullName: string } | null;
  readonly actingFor: string | null;
  readonly chair: boolean;
  readonly presence: 'unknown' | 'present' | 'away' | 'written';
  readonly hasVoted: boolean;
}

export interface AgendaLine {
  readonly line: number;
  readonly nominationId: string;
  readonly nominee: string;
  readonly award: string;
  readonly state: 'waiting' | 'on-ballot' | 'set-aside' | 'counted';
  readonly because: string | null;
  readonly outcome: 'qualified' | 'not-qualified' | 'set-aside' | null;
  readonly votes: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
  readonly recused: number | null;
}

export interface CouncilSession {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly ruleSetVersion: string;
  readonly council: { readonly key: string; readonly name: Text };
  readonly state: CouncilSessionState;
  readonly meetsAt: string;
  readonly ballotOpensAt: string;
  readonly ballotClosesAt: string;
  readonly closedAt: string | null;
  /** As it was when the ballot opened. */
  readonly quorum: { readonly total: number; readonly eligible: number; readonly present: number; readonly met: boolean } | null;
  readonly members: readonly CouncilMember[];
  readonly recusals: readonly {
    readonly seat: number;
    readonly nominationId: string;
    readonly declaredBy: string;
    readonly reason: string | null;
    readonly liftedBy: string | null;
  }[];
  /** Counts and outcomes only after the close. */
  readonly lines: readonly AgendaLine[];
  /** Where the minutes are to be read, once it is closed. */
  readonly minutes: string | null;
}
