export { differenceOf, type Difference, type RuleSetDifference, type VersionSide } from './difference.ts';
export { printDifference } from './print.ts';
