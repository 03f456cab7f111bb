// For mutation tests: a change that a property can notice is noticed within a few runs; a hundred for each change take hours.
// That it is noticed is enough; nobody needs the smallest counterexample.
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 12, endOnFailure: true });
