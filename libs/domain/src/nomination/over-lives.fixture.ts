import fc from 'fast-check';
import { beginnings, courses, lived, type Beginning, type Happening, type Watcher } from './case-life.fixture.ts';

export interface Lives {
  readonly numRuns?: number;
  readonly from?: fc.Arbitrary<Beginning>;
  /** What happens first in every life, so that it comes to where the invariant is at stake. */
  readonly first?: readonly Happening[];
}

/** The invariants of the domain, see docs: each holds over whole lives of random acts, deadlines, holds and returns. */
export function overLives(watcherOf: () => Watcher, { numRuns = 80, from = beginnings, first = [] }: Lives = {}): void {
  fc.assert(
    fc.property(from, courses, (beginning, course) => void lived(beginning, [...first, ...course], watcherOf())),
    { numRuns },
  );
}
