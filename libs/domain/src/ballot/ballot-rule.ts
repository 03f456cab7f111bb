/** How a council votes on a line of its agenda. Shares and percentages are data of a programme, compared in integers. */
export interface BallotRule {
  readonly quorum: QuorumRule;
  readonly threshold: ThresholdRule;
  /** True: nobody can join a vote to a member. False: the minutes say who voted how. */
  readonly secret: boolean;
  /** `written`: a member who is away votes by the same link into the same box. */
  readonly absentees: 'written' | 'none';
  /** The line passes only with the chair's own yes. In a secret ballot this rule by itself tells how the chair voted. */
  readonly chairInFavour: boolean;
  /** Whether a substitute of a seat's post may vote in its place. */
  readonly substitutes: boolean;
}

/** So many members must attend: a share of all seats, or of the members who may vote. */
export interface QuorumRule {
  readonly numerator: number;
  readonly denominator: number;
  readonly of: 'total' | 'eligible';
}

/** So many must say yes: a whole percentage of all seats, of those taking part, or of those who may vote on the line. */
export interface ThresholdRule {
  readonly percent: number;
  readonly compare: '>=' | '>';
  readonly of: 'total' | 'present' | 'eligible';
}
