import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor, type Answer } from '../stack/index.ts';
import { memberAddress } from './council.fixture.ts';
import { CouncilRoom } from './council.room.ts';
import { CouncilStack, type Voice } from './council.stack.ts';

/** By seat, on both lines; the last member has no voice in the second. */
const VOICES: readonly (readonly Voice[])[] = [['yes', 'no'], ['yes', 'yes'], ['yes']];
const SEATS = VOICES.length;
const OPEN = { secret: false, threshold: { percent: 60, compare: '>=', of: 'total' } } as const;

/** Cells of the line's row in the table of names. */
function namesOn({ text }: Answer, line: number): readonly string[] {
  const table = /ai biểu quyết thế nào<\/h2>([^]*?)<\/table>/.exec(text)?.[1] ?? '';
  const row = new RegExp(`<tr><td>${String(line)}</td>([^]*?)</tr>`).exec(table)?.[1] ?? '';
  return [...row.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell = '']) => cell).slice(1);
}

describe('an open ballot', () => {
  let council: CouncilStack;
  let ids: readonly string[];
  let id: string;

  beforeAll(async () => {
    council = await CouncilStack.start({ seats: SEATS, ballot: OPEN });
    await council.run();
    ids = await council.propose(2);
    await council.waitUntilBefore(ids);
    id = await council.convene(ids, { opensInMs: 10_000, openForMs: 180_000 });
    await council.attend(id, [0, 1, 2]);
    expect((await council.asMember(id, 2, { conflict: ids[1] })).status).toBe(200);
    await council.waitForState(id, 'open');
  }, 90_000);

  afterAll(async () => {
    await council.close();
  }, 60_000);

  it('is called so on the page and in the mail, before anybody votes', async () => {
    const page = await council.stack.http.ask(`/t/${council.token(id, 0)}`, { headers: { accept: 'text/html' } });
    expect(page.text).toContain('biên bản ghi ai biểu quyết thế nào');
    const asked = await waitFor('the mail that asks for a vote', 40_000, async () =>
      (await council.stack.sink.to(memberAddress(0))).find(({ headers }) => headers['x-laurel-kind'] === 'assignment'),
    );
    expect(asked.text).toContain('Biểu quyết công khai: biên bản ghi ai biểu quyết thế nào.');
    expect(asked.text).not.toContain('kín');
  }, 60_000);

  it('has its minutes say who voted how on each line, and who had no voice', async () => {
    for (const [seat, voices] of VOICES.entries()) {
      expect((await council.ask(`/v1/sessions/${id}/minutes`)).status).toBe(404);
      const votes = Object.fromEntries(voices.map((voice, line) => [ids[line] ?? '', voice]));
      expect((await council.asMember(id, seat, { votes })).status).toBe(200);
    }
    const { lines, members } = await council.waitForState(id, 'closed');
    expect(lines.map(({ votes }) => votes)).toEqual([
      { yes: 3, no: 0, abstain: 0 },
      { yes: 1, no: 1, abstain: 0 },
    ]);
    const [one = '', two = '', three = ''] = members.map(({ person }) => person?.fullName ?? '');
    for (const minutes of [
      await council.ask(`/v1/sessions/${id}/minutes`),
      await council.stack.http.ask(`/t/${council.token(id, 0)}/minutes`),
    ]) {
      expect(namesOn(minutes, 1)).toEqual([`${one}, ${two}, ${three}`, '–', '–', '–']);
      expect(namesOn(minutes, 2)).toEqual([two, one, '–', three]);
    }
  }, 90_000);
});

describe('a secret ballot', () => {
  let room: CouncilRoom;

  beforeAll(async () => {
    room = await CouncilRoom.open({ seats: SEATS });
  }, 60_000);

  afterAll(async () => {
    await room.close();
  });

  const counted = async (secret: boolean): Promise<string> => {
    const ids = await room.proposed(1);
    const sessionId = await room.opened(ids, { secret });
    for (let seat = 0; seat < SEATS; seat++)
      await room.ballots.cast({ sessionId, seat, nonce: `phieu-cua-nguoi-so-${String(seat)}`, votes: room.ballotOf(1, () => 'yes') });
    await room.counted(sessionId);
    return sessionId;
  };

  it('gives no vote of anybody, where an open one gives all', async () => {
    const [secret, open] = [await counted(true), await counted(false)];
    expect(await room.sessions.openVotes(secret)).toEqual([]);
    expect(await room.sessions.openVotes(open)).toEqual([0, 1, 2].map((seat) => ({ line: 1, seat, choice: 'yes' })));
    expect(await room.stack.view.count('ballot_vote WHERE session_id = $1 AND seat IS NOT NULL', [secret])).toBe(0);
  });

  it('gives none either when somebody calls it open afterwards: its rows have no seat', async () => {
    const sessionId = await counted(true);
    await room.stack.view.rows('UPDATE council_session SET secret = false WHERE id = $1', [sessionId]);
    expect(await room.sessions.openVotes(sessionId)).toEqual([]);
  });

  it('gives none of an open one before it is counted', async () => {
    const ids = await room.proposed(1);
    const sessionId = await room.opened(ids, { secret: false });
    await room.ballots.cast({ sessionId, seat: 0, nonce: 'phieu-chua-kiem-dem-0', votes: room.ballotOf(1, () => 'yes') });
    expect(await room.sessions.openVotes(sessionId)).toEqual([]);
  });
});
