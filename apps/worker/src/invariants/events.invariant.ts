import type { Invariant } from './invariant.ts';

/** I9: no accepted event is lost, and one sent twice started nothing twice. */
export const eventsKept: Invariant = {
  name: 'I9',
  title: 'no accepted event is lost, duplicates start nothing',
  breaches: async ({ reading, outside, cases, trails }) => {
    const missing = await reading.missingEvents(outside.accepted ?? []);
    const unstarted = cases.filter(({ id, waitsForStart }) => !waitsForStart && !trails.get(id));
    return [
      ...(await reading.breaches('events-are-kept')),
      ...missing.map((id) => ({ subject: id, detail: 'the event was accepted and is not in the inbox' })),
      ...unstarted.map(({ id }) => ({ subject: id, detail: 'its event is done, and no workflow was started' })),
    ];
  },
};
