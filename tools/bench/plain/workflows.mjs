// The plain way: a workflow with one activity per step, as the first pages of Temporal's documentation teach it.
import { ApplicationFailure, condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

const { openTask, sendMail, recordDecision, recordFinal } = proxyActivities({ startToCloseTimeout: '10 seconds' });

const decide = defineUpdate('decide');

/**
 * Three levels, each: open a task, mail its reviewer, wait for the decision, record it; in the end record the result.
 * @param {{ nominationId: string, nominee: string, levels: string[] }} input
 */
export async function plainNomination({ nominationId, nominee, levels }) {
  let openTaskId;
  let decision;

  setHandler(
    decide,
    (input) => {
      decision = input;
      return { recorded: true };
    },
    {
      validator: ({ taskId }) => {
        if (taskId !== openTaskId || decision !== undefined) throw ApplicationFailure.nonRetryable('ALREADY_DECIDED');
      },
    },
  );

  for (const level of levels) {
    const task = await openTask({ nominationId, nominee, level });
    openTaskId = task.taskId;
    decision = undefined;
    await sendMail({ nominationId, nominee, level, taskId: task.taskId, to: task.reviewer });
    await condition(() => decision !== undefined);
    await recordDecision({ nominationId, level, taskId: task.taskId, choice: decision.choice, decidedBy: decision.actor });
  }
  await recordFinal({ nominationId, result: decision.choice });
}
