import type { BallotRule } from './ballot-rule.ts';
import { setAsideBecause, type LineStanding, type SetAside } from './agenda.ts';
import { lineResult, type LineReason, type LineResult, type Vote, type VoteCounts } from './tally.ts';
import { seatsOfLine, type SessionSeat } from './voters.ts';

/** A vote as it comes out of the box: nothing tells whose it is, but the chair's where the rule asks for it. */
export interface OpenedVote {
  readonly line: number;
  readonly choice: Vote | 'recused';
  readonly byChair: boolean;
}

/** A line of the agenda when it is counted. */
export interface CountedLine extends LineStanding {
  readonly line: number;
  readonly ballot: BallotRule;
}

/** What became of a line; `votes` is null where nothing is counted out loud. */
export interface LineCount {
  readonly line: number;
  readonly outcome: LineResult['outcome'];
  readonly because: LineReason | SetAside;
  readonly votes: VoteCounts | null;
  readonly recused: number;
}

interface Heap {
  yes: number;
  no: number;
  abstain: number;
  recused: number;
  chair: Vote | null;
}

/** The opened votes in heaps, one for each line. */
export function heapsOf(votes: readonly OpenedVote[]): ReadonlyMap<number, Readonly<Heap>> {
  const heaps = new Map<number, Heap>();
  for (const { line, choice, byChair } of votes) {
    const heap = heaps.get(line) ?? { yes: 0, no: 0, abstain: 0, recused: 0, chair: null };
    heap[choice] += 1;
    if (byChair && choice !== 'recused') heap.chair = choice;
    heaps.set(line, heap);
  }
  return heaps;
}

/** Who sat behind the votes. */
export interface CountedSeats {
  readonly seats: readonly SessionSeat[];
  /** Seats on the roll. */
  readonly voted: ReadonlySet<number>;
  /** Seats with a conflict, by line. */
  readonly recused: ReadonlyMap<number, ReadonlySet<number>>;
}

const NOBODY: ReadonlySet<number> = new Set();
const EMPTY: Readonly<Heap> = { yes: 0, no: 0, abstain: 0, recused: 0, chair: null };

/**
 * Counts every line of a ballot. A line whose nomination is held or has ended since is set aside uncounted; so is one that
 * only one member has voted on.
 */
export function countLines(
  lines: readonly CountedLine[],
  votes: readonly OpenedVote[],
  { seats, voted, recused }: CountedSeats,
): readonly LineCount[] {
  const heaps = heapsOf(votes);
  return lines.map((line) => {
    const heap = heaps.get(line.line) ?? EMPTY;
    const aside = setAsideBecause(line);
    if (aside) return { line: line.line, outcome: 'set-aside', because: aside, votes: null, recused: heap.recused };
    const { yes, no, abstain, chair } = heap;
    const behind = seatsOfLine(seats, { voted, recused: recused.get(line.line) ?? NOBODY, chair });
    const { outcome, reason } = lineResult(line.ballot, { yes, no, abstain }, behind);
    return {
      line: line.line,
      outcome,
      because: reason,
      votes: outcome === 'set-aside' ? null : { yes, no, abstain },
      recused: heap.recused,
    };
  });
}
