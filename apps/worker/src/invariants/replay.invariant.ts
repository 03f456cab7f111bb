import { spread, type Invariant } from './invariant.ts';

/** I7: every recorded history replays on the current code. */
export const replays: Invariant = {
  name: 'I7',
  title: 'recorded histories replay on the current code',
  breaches: async ({ trails, inspector, options }) => {
    if (options.workflowBundle === undefined) return [];
    const histories = [...trails.values()].flatMap((trail) => trail?.histories ?? []);
    const failures = await inspector.replay(options.workflowBundle, spread(histories, options.replaySample));
    return failures.map(({ workflowId, reason }) => ({ subject: workflowId, detail: reason }));
  },
};
