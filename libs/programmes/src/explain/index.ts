export { explain } from './explain.ts';
export { withKey, type Explanation, type Fact, type Section } from './explanation.ts';
export { printExplanation } from './print.ts';
