export { deedOf, foldWords, sameDeed, type Deed } from './deed.ts';
export { overlapOf, type Overlap, type OverlapMoment } from './overlap.ts';
