import type { Invariant } from './invariant.ts';

/** I5: no used, expired, revoked, foreign or tampered link has changed anything. */
export const askedOnly: Invariant = {
  name: 'I5',
  title: 'only who was asked, in time and once, has closed a task',
  breaches: ({ reading }) => reading.breaches('only-who-was-asked'),
};
