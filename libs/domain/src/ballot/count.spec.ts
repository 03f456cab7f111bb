import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ballotRule, ninety, seatsOf } from './ballot.fixture.ts';
import { countLines, heapsOf, type CountedLine, type OpenedVote } from './count.ts';
import type { Vote } from './tally.ts';

const line = (number: number, changes: Partial<CountedLine> = {}): CountedLine => ({
  ...{ line: number, ballot: ballotRule(), ended: false, held: false, waits: true },
  ...changes,
});
const votes = (number: number, choices: readonly OpenedVote['choice'][]): OpenedVote[] =>
  choices.map((choice) => ({ line: number, choice, byChair: false }));
const all = (count: number): ReadonlySet<number> => new Set(Array.from({ length: count }, (_, seat) => seat));
const many = (count: number, choice: Vote): Vote[] => Array.from({ length: count }, () => choice);

describe('the count', () => {
  it('adds up each line by itself', () => {
    const cast = [...votes(1, [...many(14, 'yes'), 'no']), ...votes(2, [...many(9, 'yes'), ...many(6, 'abstain')])];
    const counted = countLines([line(1), line(2)], cast, { seats: seatsOf(15), voted: all(15), recused: new Map() });
    expect(counted).toEqual([
      { line: 1, outcome: 'qualified', because: 'threshold-reached', votes: { yes: 14, no: 1, abstain: 0 }, recused: 0 },
      { line: 2, outcome: 'not-qualified', because: 'threshold-missed', votes: { yes: 9, no: 0, abstain: 6 }, recused: 0 },
    ]);
  });

  it('sets a line aside uncounted when its nomination is held, has ended or is elsewhere', () => {
    const lines = [line(1, { held: true }), line(2, { ended: true, held: true }), line(3, { waits: false })];
    const cast = lines.flatMap((row) => votes(row.line, many(15, 'yes')));
    const counted = countLines(lines, cast, { seats: seatsOf(15), voted: all(15), recused: new Map() });
    expect(counted.map(({ outcome, because, votes: said }) => [outcome, because, said])).toEqual([
      ['set-aside', 'held', null],
      ['set-aside', 'ended', null],
      ['set-aside', 'not-arrived', null],
    ]);
  });

  it('tells nothing about a line on which one member alone has voted', () => {
    const cast = votes(1, ['yes', 'recused', 'recused']);
    const recused = new Map([[1, new Set([1, 2])]]);
    const rule = ballotRule({ threshold: ninety('eligible') });
    const [counted] = countLines([line(1, { ballot: rule })], cast, { seats: seatsOf(3), voted: all(3), recused });
    expect(counted).toEqual({ line: 1, outcome: 'set-aside', because: 'too-few-votes', votes: null, recused: 2 });
  });

  it('takes written votes into the same sum: of those taking part, who is away counts once it has voted', () => {
    const rule = ballotRule({ threshold: ninety('present') });
    const seats = seatsOf(10, (seat) => (seat >= 8 ? { presence: 'away' } : {}));
    const outcomeOf = (voted: number): string | undefined =>
      countLines([line(1, { ballot: rule })], votes(1, [...many(8, 'yes'), ...many(voted - 8, 'no')]), {
        seats,
        voted: all(voted),
        recused: new Map(),
      })[0]?.outcome;
    expect([outcomeOf(8), outcomeOf(9), outcomeOf(10)]).toEqual(['qualified', 'not-qualified', 'not-qualified']);
  });

  it.each([
    ['no', 'yes', 'not-qualified', 'chair-not-in-favour'],
    ['abstain', 'yes', 'not-qualified', 'chair-not-in-favour'],
    ['yes', 'no', 'qualified', 'threshold-reached'],
    ['yes', 'recused', 'qualified', 'threshold-reached'],
  ] as const)('knows the chair, who says %s where the last of the others says %s, only by the mark', (chair, other, outcome, because) => {
    const rule = ballotRule({ chairInFavour: true, threshold: { percent: 80, compare: '>=', of: 'total' } });
    const cast = [...votes(1, many(7, 'yes')), { line: 1, choice: chair, byChair: true }, ...votes(1, ['yes', other])];
    const [counted] = countLines([line(1, { ballot: rule })], cast, { seats: seatsOf(10), voted: all(10), recused: new Map() });
    expect(counted).toMatchObject({ outcome, because });
  });

  it('asks no voice of a chair with a conflict, whose ballot says so on the line', () => {
    const rule = ballotRule({ chairInFavour: true });
    const cast: OpenedVote[] = [{ line: 1, choice: 'recused', byChair: true }, ...votes(1, many(14, 'yes'))];
    const recused = new Map([[1, new Set([0])]]);
    const [counted] = countLines([line(1, { ballot: rule })], cast, { seats: seatsOf(15), voted: all(15), recused });
    expect(counted).toMatchObject({ outcome: 'qualified', votes: { yes: 14, no: 0, abstain: 0 }, recused: 1 });
    expect(heapsOf(cast).get(1)).toEqual({ yes: 14, no: 0, abstain: 0, recused: 1, chair: null });
  });

  it('takes a line on which nobody has voted for one that too few have', () => {
    const [counted] = countLines([line(1)], [], { seats: seatsOf(15), voted: all(0), recused: new Map() });
    expect(counted).toEqual({ line: 1, outcome: 'set-aside', because: 'too-few-votes', votes: null, recused: 0 });
  });

  it('counts a line on which nobody has voted as missed where the vote is open', () => {
    const rule = ballotRule({ secret: false, chairInFavour: true });
    const [counted] = countLines([line(1, { ballot: rule })], [], { seats: seatsOf(15), voted: all(0), recused: new Map() });
    expect(counted).toMatchObject({ outcome: 'not-qualified', because: 'threshold-missed', votes: { yes: 0, no: 0, abstain: 0 } });
  });
});

describe('the count of any ballot', () => {
  const choice = fc.constantFrom<OpenedVote['choice']>('yes', 'no', 'abstain', 'recused');
  const box = fc.tuple(fc.integer({ min: 2, max: 25 }), fc.integer({ min: 1, max: 6 })).chain(([members, lines]) =>
    fc.record({
      members: fc.constant(members),
      percent: fc.integer({ min: 1, max: 100 }),
      ballots: fc.array(fc.array(choice, { minLength: lines, maxLength: lines }), { maxLength: members }),
      lines: fc.constant(lines),
      seed: fc.array(fc.nat(), { minLength: members * lines, maxLength: members * lines }),
    }),
  );

  it('is that of a plain reference, in whatever order the box is opened', () => {
    fc.assert(
      fc.property(box, ({ members, percent, ballots, lines, seed }) => {
        const rows = ballots.flatMap((ballot) =>
          ballot.map((said, index): OpenedVote => ({ line: index + 1, choice: said, byChair: false })),
        );
        const shuffled = rows.map((row, index) => ({ row, key: seed[index] ?? 0 })).sort((a, b) => a.key - b.key);
        const ballot = ballotRule({ threshold: { percent, compare: '>=', of: 'total' } });
        const agenda = Array.from({ length: lines }, (_, index) => line(index + 1, { ballot }));
        const counted = countLines(
          agenda,
          shuffled.map(({ row }) => row),
          { seats: seatsOf(members), voted: all(ballots.length), recused: new Map() },
        );
        counted.forEach((result, index) => {
          const said = ballots.map((given) => given[index]);
          const yes = said.filter((vote) => vote === 'yes').length;
          const valid = said.filter((vote) => vote !== 'recused').length;
          const expected = valid < 2 ? 'set-aside' : yes / members >= percent / 100 - 1e-9 ? 'qualified' : 'not-qualified';
          expect(result.outcome).toBe(expected);
          expect(result.recused).toBe(said.length - valid);
        });
      }),
    );
  });
});
