import { allHandlersFinished, condition, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import {
  GET_SESSION_QUERY,
  SESSION_MOVED_SIGNAL,
  type CouncilSessionInput,
  type CouncilSessionResult,
  type SessionStanding,
} from '@laurel/contracts';
import { SessionStory } from './session-story.ts';

const sessionMovedSignal = defineSignal(SESSION_MOVED_SIGNAL);
const getSessionQuery = defineQuery<SessionStanding | null>(GET_SESSION_QUERY);

/**
 * A council's session: its members are called together; when the ballot opens a quorum is there or the session is
 * adjourned; they vote until it closes, and who has not is reminded; the votes are counted, each nomination is told, and
 * the minutes go out. No vote, and nothing about who has voted, ever comes here.
 */
export async function councilSessionWorkflow({ sessionId }: CouncilSessionInput): Promise<CouncilSessionResult> {
  const story = new SessionStory(sessionId);
  setHandler(sessionMovedSignal, () => {
    story.look();
  });
  setHandler(getSessionQuery, () => story.standing);

  await story.convene();
  await story.waitForOpening();
  await story.open();
  await story.waitForClosing();
  if (story.state === 'closing') await story.count();
  if (story.state === 'closed') await story.tell();

  await condition(allHandlersFinished);
  return { sessionId, state: story.state };
}
