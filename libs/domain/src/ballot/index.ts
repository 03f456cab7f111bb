export * from './agenda.ts';
export * from './ballot-rule.ts';
export * from './count.ts';
export * from './placing.ts';
export * from './quorum.ts';
export * from './tally.ts';
export * from './voters.ts';
