export { BallotBox, ballotLines } from './ballot-box.ts';
export { BallotKeyMissing, BallotKeys } from './ballot-keys.ts';
export { BallotRepository, receiptOf, type CastAnswer, type CastBallot } from './ballot.repository.ts';
export { OutcomesRepository, type UntoldOutcome } from './outcomes.repository.ts';
export { BoxSpoiled, type BoxVote } from './vote-bytes.ts';
