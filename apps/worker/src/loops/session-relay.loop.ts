import type { SessionGateway } from '@laurel/contracts';
import type { SessionRequests, SessionToTell } from '@laurel/db';
import type { Turn } from './loop.ts';

/**
 * Starts the workflows of new sessions, and tells running ones to look when the secretary asked for something or the roll
 * is full. Telling twice is harmless. Members' votes tell nobody: that would write their hour into a history.
 */
export function sessionRelay(requests: SessionRequests, gateway: SessionGateway): Turn {
  const tell = async ({ id, programme, campaign, started }: SessionToTell): Promise<void> => {
    if (started) {
      await gateway.signalSession(id);
      return;
    }
    await gateway.startSession(id, `${programme} · ${campaign}`);
    await requests.markStarted(id);
  };
  return async () => {
    const sessions = await requests.toTell();
    for (const session of sessions) await tell(session);
    // A session that has been told needs a moment: this never turns at once again.
    return 0;
  };
}
