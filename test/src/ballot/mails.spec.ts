import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CouncilRoom } from './council.room.ts';

describe('the mails of a session', () => {
  let room: CouncilRoom;

  beforeAll(async () => {
    room = await CouncilRoom.open({ seats: 5 });
  }, 60_000);

  afterAll(async () => {
    await room.close();
  });

  const mails = (id: string): Promise<readonly { readonly kind: string; readonly count: number }[]> =>
    room.stack.view.rows(`SELECT kind, count(*)::int AS count FROM mail_ledger WHERE session_id = $1 GROUP BY kind ORDER BY kind`, [id]);

  it('go once to everybody, and reminders only to who has not voted', async () => {
    const ids = await room.proposed(1);
    const sessionId = await room.convened(ids);
    const twice = async (step: (steps: ReturnType<CouncilRoom['steps']>) => Promise<unknown>): Promise<void> => {
      await step(room.steps());
      await step(room.steps());
    };
    await twice((steps) => steps.conveneSession({ sessionId }));
    await twice((steps) => steps.openBallot({ sessionId }));
    await room.ballots.cast({ sessionId, seat: 1, nonce: 'phieu-som-nhat-cua-hoi-dong', votes: room.ballotOf(1, () => 'yes') });
    await room.ballots.cast({ sessionId, seat: 3, nonce: 'phieu-thu-hai-cua-hoi-dong', votes: room.ballotOf(1, () => 'yes') });
    await twice((steps) => steps.remindVoters({ sessionId, occurrence: 0 }));
    await room.counted(sessionId);
    await twice((steps) => steps.sendMinutes({ sessionId }));
    expect(await mails(sessionId)).toEqual([
      { kind: 'assignment', count: 5 },
      { kind: 'convening', count: 5 },
      { kind: 'reminder', count: 3 },
      { kind: 'result', count: 5 },
    ]);
    const reminded = await room.stack.view.rows<{ id: string }>(
      `SELECT person_id AS id FROM mail_ledger WHERE session_id = $1 AND kind = 'reminder' ORDER BY 1`,
      [sessionId],
    );
    expect(reminded.map(({ id }) => id)).toEqual(['thanh-vien-0', 'thanh-vien-2', 'thanh-vien-4']);
  });
});
