import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { NominationInput, NominationResult } from '@laurel/contracts';
import { listenForActs } from './messages.ts';
import { NominationStory } from './nomination-story.ts';
import { stageOf } from './stages/index.ts';

/**
 * A nomination's life: received, put before people stage by stage and level by level, until it is decided and
 * published, refused, withdrawn or lapsed. It waits for an act or for the next instant, whichever comes first.
 */
export async function nominationWorkflow(input: NominationInput): Promise<NominationResult> {
  const story = new NominationStory(input);
  listenForActs(story);

  if (!story.standing) await story.receive();
  do {
    while (!story.hasEnded()) {
      await stageOf(story).live(story);
      if (story.isLong()) {
        await condition(allHandlersFinished);
        await continueAsNew<typeof nominationWorkflow>(story.toBeContinued());
      }
    }
    await condition(allHandlersFinished);
    // An act that came at the end may have taken the nomination up again: a complaint, a reopening.
  } while (!story.hasEnded());

  return story.result();
}
