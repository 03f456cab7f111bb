import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newKeyPair, openAll, sealAll } from './sealing.ts';
import { shuffled } from './shuffle.ts';
import { bytesOf, voteOf, type BoxVote } from './vote-bytes.ts';

const secretVote: fc.Arbitrary<BoxVote> = fc.record({
  line: fc.integer({ min: 1, max: 2_000 }),
  choice: fc.constantFrom('yes', 'no', 'abstain', 'recused'),
  byChair: fc.boolean(),
  seat: fc.constant(null),
});
const box = fc.array(secretVote, { minLength: 2, maxLength: 40 });
const asText = (vote: BoxVote): string => JSON.stringify([vote.line, vote.choice, vote.byChair, vote.seat]);

describe('invariant 3: a secret ballot', () => {
  it('tells nothing by the size of a row, nor by rows that are alike, and gives every vote back to who has the key', async () => {
    const keys = await newKeyPair();
    const law = fc.asyncProperty(box, async (votes) => {
      const rows = await sealAll(votes.map(bytesOf), keys.publicKey);
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      expect(new Set(rows.map((row) => row.toString('hex'))).size).toBe(votes.length);
      const opened = await openAll(rows, keys, () => undefined);
      expect(opened.map(voteOf).map(asText)).toEqual(votes.map(asText));
    });
    await fc.assert(law, { numRuns: 60 });
  });

  it('opens for no other key', async () => {
    const [keys, others] = [await newKeyPair(), await newKeyPair()];
    const law = fc.asyncProperty(box, async (votes) => {
      const rows = await sealAll(votes.map(bytesOf), keys.publicKey);
      await expect(openAll(rows, others, () => undefined)).rejects.toThrow();
    });
    await fc.assert(law, { numRuns: 20 });
  });

  it('is kept in an order of its own: every vote once, and either of two may come first', () => {
    fc.assert(
      fc.property(box, (votes) => {
        expect(shuffled(votes).map(asText).toSorted()).toEqual(votes.map(asText).toSorted());
      }),
    );
    const first = new Set(Array.from({ length: 200 }, () => shuffled(['one', 'other'])[0]));
    expect(first.size).toBe(2);
  });
});
