import { randomFillSync } from 'node:crypto';
import type { Vote } from '@laurel/domain';

/** What a sealed row says: a vote, or that the member has no voice in the line. */
export type BoxChoice = Vote | 'recused';

/** One row of the box before it is sealed. */
export interface BoxVote {
  readonly line: number;
  readonly choice: BoxChoice;
  /** Marked only where the line's rule asks for the chair's own yes. */
  readonly byChair: boolean;
  /** Only where the rule says that the ballot is not secret. */
  readonly seat: number | null;
}

/** Every row has this size, whatever it says. */
const SIZE = 32;
const FORMAT = 1;
const CHOICES = ['recused', 'yes', 'no', 'abstain'] as const satisfies readonly BoxChoice[];
const NOBODY = 0xff_ff;

/** Thrown when the box holds what no ballot of this system looks like. */
export class BoxSpoiled extends Error {
  override readonly name = 'BoxSpoiled';
}

/** The bytes of a vote: format, line, choice, mark of the chair, seat, then chance up to the common size. */
export function bytesOf({ line, choice, byChair, seat }: BoxVote): Uint8Array {
  const bytes = Buffer.alloc(SIZE);
  randomFillSync(bytes);
  bytes.writeUInt8(FORMAT, 0);
  bytes.writeUInt32BE(line, 1);
  bytes.writeUInt8(CHOICES.indexOf(choice), 5);
  bytes.writeUInt8(byChair ? 1 : 0, 6);
  bytes.writeUInt16BE(seat ?? NOBODY, 7);
  return bytes;
}

/** Reads a vote's bytes. */
export function voteOf(given: Uint8Array): BoxVote {
  const bytes = Buffer.from(given);
  const choice = bytes.length === SIZE && bytes.readUInt8(0) === FORMAT ? CHOICES[bytes.readUInt8(5)] : undefined;
  if (choice === undefined) throw new BoxSpoiled('The box holds a row that is no vote');
  const seat = bytes.readUInt16BE(7);
  return { line: bytes.readUInt32BE(1), choice, byChair: bytes.readUInt8(6) === 1, seat: seat === NOBODY ? null : seat };
}
