export { explain } from './explain.ts';
export type { Explanation, Fact, Section } from './explanation.ts';
export { printExplanation } from './print.ts';
