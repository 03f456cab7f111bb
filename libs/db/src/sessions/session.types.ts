import type { SessionState } from '@laurel/contracts';
import type { BallotRule, Language, LineResult, SessionSeat, SetAside, Text, VoteCounts } from '@laurel/domain';

/** A session to be convened, all of it decided before. Instants in UTC ms. */
export interface NewSession {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly ruleSetVersion: string;
  readonly council: string;
  readonly name: Text;
  readonly zone: string;
  readonly secretaryId: string | null;
  readonly rule: Pick<BallotRule, 'secret' | 'absentees'>;
  readonly meetsAt: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly closesWhenAllVoted: boolean;
  readonly remindAt: readonly number[];
  readonly createdBy: string;
  readonly seats: readonly NewSeat[];
  readonly lines: readonly { readonly nominationId: string; readonly stageIndex: number; readonly ballot: BallotRule }[];
}

export interface NewSeat {
  readonly seat: number;
  readonly post: string;
  readonly title: Text;
  readonly chair: boolean;
  readonly personId: string | null;
  readonly actingForId: string | null;
}

/** A seat with who sits on it. */
export interface LoadedSeat extends SessionSeat {
  readonly post: string;
  readonly title: Text;
  readonly personId: string | null;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly language: Language | null;
  readonly actingFor: string | null;
  /** True once its ballot is in the box. */
  readonly hasVoted: boolean;
}

/** Where a line stands; its counts are null before the count, and where nothing is counted out loud. */
export interface LoadedLine {
  readonly line: number;
  readonly nominationId: string;
  readonly nominee: string;
  readonly achievement: string;
  readonly unit: Text;
  readonly award: string;
  readonly ballot: BallotRule;
  readonly state: 'waiting' | 'on-ballot' | 'set-aside' | 'counted';
  readonly because: string | null;
  readonly outcome: LineResult['outcome'] | null;
  readonly votes: VoteCounts | null;
  readonly recused: number | null;
  /** Of its nomination, now. */
  readonly ended: boolean;
  readonly held: boolean;
  readonly waits: boolean;
}

export interface LoadedRecusal {
  readonly id: string;
  readonly seat: number;
  readonly nominationId: string;
  readonly declaredBy: string;
  readonly reason: string | null;
  readonly liftedBy: string | null;
}

/** A session as its steps and pages see it. */
export interface LoadedSession {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly ruleSetVersion: string;
  readonly council: string;
  /** Where the council belongs: the unit of its chair's post; null when that is not known. */
  readonly unit: string | null;
  readonly name: Text;
  readonly zone: string;
  readonly secretary: { readonly id: string; readonly fullName: string; readonly email: string; readonly language: Language } | null;
  readonly rule: Pick<BallotRule, 'secret' | 'absentees'>;
  readonly meetsAt: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly closesWhenAllVoted: boolean;
  readonly remindAt: readonly number[];
  readonly state: SessionState;
  readonly request: 'close' | 'adjourn' | null;
  readonly requestReason: string | null;
  readonly publicKey: Uint8Array | null;
  /** As it was when the ballot opened; null before. */
  readonly attendance: { readonly total: number; readonly eligible: number; readonly present: number } | null;
  readonly quorate: boolean | null;
  readonly closedAt: number | null;
  readonly seats: readonly LoadedSeat[];
  readonly lines: readonly LoadedLine[];
  /** Also those that have been lifted. */
  readonly recusals: readonly LoadedRecusal[];
}

/** One line's change of place. */
export interface LineMove {
  readonly line: number;
  readonly state: 'on-ballot' | 'set-aside';
  readonly because: SetAside | null;
}
