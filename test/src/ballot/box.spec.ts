import { BoxSpoiled } from '@laurel/db';
import type { Vote } from '@laurel/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CouncilRoom } from './council.room.ts';

const SEATS = 15;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a ballot', () => {
  let room: CouncilRoom;

  beforeAll(async () => {
    room = await CouncilRoom.open({ seats: SEATS });
  }, 60_000);

  afterAll(async () => {
    await room.close();
  });

  const inBox = (id: string): Promise<number> => room.stack.view.count('ballot_box WHERE session_id = $1', [id]);
  const onRoll = (id: string): Promise<number> => room.stack.view.count('ballot_roll WHERE session_id = $1', [id]);
  const yes = (lines: number): ReadonlyMap<number, Vote> => room.ballotOf(lines, () => 'yes');

  it('is one, however often and however differently a member presses in the same moment', async () => {
    const sessionId = await room.opened(await room.proposed(3));
    const no = room.ballotOf(3, () => 'no');
    const presses = range(12).map((press) =>
      room.ballots.cast({ sessionId, seat: 4, nonce: `to-giay-so-${String(press % 4)}`, votes: press % 2 ? yes(3) : no }),
    );
    const answers = await Promise.all(presses);
    expect(answers.filter(({ is }) => is === 'cast')).toHaveLength(1);
    expect(new Set(answers.map((answer) => ('receipt' in answer ? answer.receipt : answer.is))).size).toBe(1);
    expect([await onRoll(sessionId), await inBox(sessionId)]).toEqual([1, 3]);
  });

  it('answers the same form with the same receipt, another one with what is in the box', async () => {
    const sessionId = await room.opened(await room.proposed(2));
    const form = { sessionId, seat: 2, nonce: 'mot-to-phieu-duy-nhat', votes: yes(2) };
    const first = await room.ballots.cast(form);
    expect(first.is).toBe('cast');
    const again = await room.ballots.cast(form);
    expect(again).toEqual({ ...first, is: 'same' });
    expect(await room.ballots.cast({ ...form, nonce: 'mot-to-phieu-khac-han' })).toEqual({ ...first, is: 'voted' });
    // After the count the roll still knows its form.
    await room.counted(sessionId);
    expect(await room.ballots.cast(form)).toEqual(again);
  });

  it('is taken whole or not at all', async () => {
    const sessionId = await room.opened(await room.proposed(3));
    const cast = (votes: ReadonlyMap<number, Vote>): Promise<{ readonly is: string }> =>
      room.ballots.cast({ sessionId, seat: 1, nonce: 'mot-to-phieu-du-dong', votes });
    expect((await cast(yes(2))).is).toBe('changed');
    expect((await cast(yes(4))).is).toBe('changed');
    expect((await room.ballots.cast({ sessionId, seat: 99, nonce: 'ghe-khong-co-that-dau', votes: yes(3) })).is).toBe('closed');
    expect([await onRoll(sessionId), await inBox(sessionId)]).toEqual([0, 0]);
  });

  it('has a row of the same size for every line, also where the member has no voice', async () => {
    const ids = await room.proposed(4);
    const sessionId = await room.opened(ids);
    await room.attendance.recuse({ sessionId, seat: 3, nominationId: ids[1] ?? '', reason: 'Người nhà', by: 'thanh-vien-3' });
    expect((await room.ballots.cast({ sessionId, seat: 3, nonce: 'phieu-du-bon-dong-day', votes: yes(4) })).is).toBe('changed');
    const free = new Map([...yes(4)].filter(([line]) => line !== 2));
    expect((await room.ballots.cast({ sessionId, seat: 3, nonce: 'phieu-ba-dong-thoi-nhe', votes: free })).is).toBe('cast');
    await room.ballots.cast({ sessionId, seat: 5, nonce: 'phieu-nguoi-khac-bon-dong', votes: yes(4) });
    const sizes = await room.stack.view.rows<{ size: number }>(
      'SELECT DISTINCT length(sealed) AS size FROM ballot_box WHERE session_id = $1',
      [sessionId],
    );
    expect(sizes).toHaveLength(1);
    expect(await inBox(sessionId)).toBe(8);
    const session = await room.counted(sessionId);
    expect(session.lines.map(({ recused }) => recused)).toEqual([0, 1, 0, 0]);
    // Line 2 has the vote of one member alone: it is not counted out loud and kept nowhere.
    expect(session.lines[1]).toMatchObject({ state: 'set-aside', because: 'too-few-votes', votes: null });
    expect(await room.stack.view.count('ballot_vote WHERE session_id = $1 AND line = 2', [sessionId])).toBe(0);
  });

  it('is not changed by a conflict declared or lifted after it', async () => {
    const ids = await room.proposed(1);
    const sessionId = await room.opened(ids);
    const note = { sessionId, seat: 6, nominationId: ids[0] ?? '', reason: 'Cùng cơ quan', by: 'thanh-vien-6' };
    await room.ballots.cast({ sessionId, seat: 6, nonce: 'bo-phieu-truoc-roi-moi-khai', votes: yes(1) });
    expect(await room.attendance.recuse(note)).toBe('voted');
  });

  it('gives a voice back only by a second person without a conflict', async () => {
    const ids = await room.proposed(1);
    const sessionId = await room.opened(ids);
    const note = { sessionId, seat: 7, nominationId: ids[0] ?? '', reason: 'Người nhà', by: 'thanh-vien-7' };
    expect(await room.attendance.recuse(note)).toBeNull();
    expect(await room.attendance.recuse(note)).toBeNull();
    await room.attendance.recuse({ ...note, seat: 8, by: 'thanh-vien-8' });
    expect(await room.attendance.lift(note)).toBe('same-person');
    expect(await room.attendance.lift({ ...note, by: 'thanh-vien-8' })).toBe('conflicted');
    expect(await room.attendance.lift({ ...note, by: 'thanh-vien-9' })).toBeNull();
    expect(await room.attendance.lift({ ...note, by: 'thanh-vien-9' })).toBe('not-recused');
    expect(await room.stack.view.count('session_recusal WHERE session_id = $1', [sessionId])).toBe(2);
    expect((await room.ballots.cast({ sessionId, seat: 7, nonce: 'lai-co-quyen-bieu-quyet', votes: yes(1) })).is).toBe('cast');
  });

  it('is given back by nobody who is the nominee, or has declared a conflict in the nomination without a seat in the council', async () => {
    const [id = ''] = await room.proposed(1);
    await room.stack.view.rows(`UPDATE nomination SET nominee_reference = ' Thanh-Vien-9 ', conflicts = $2 WHERE id = $1`, [
      id,
      JSON.stringify([{ personId: 'thu-ky', declaredAt: 0, liftedAt: null }]),
    ]);
    const sessionId = await room.opened([id]);
    const note = { sessionId, seat: 7, nominationId: id, reason: 'Người nhà', by: 'thanh-vien-7' };
    expect(await room.attendance.recuse(note)).toBeNull();
    expect(await room.stack.view.count('session_recusal WHERE session_id = $1 AND seat = 9', [sessionId])).toBe(1);
    expect(await room.attendance.lift({ ...note, by: 'thanh-vien-9' })).toBe('conflicted');
    expect(await room.attendance.lift({ ...note, by: 'thu-ky' })).toBe('conflicted');
    expect(await room.attendance.lift({ ...note, by: 'thanh-vien-8' })).toBeNull();
  });

  it('cannot enter a box that is closed', async () => {
    const sessionId = await room.opened(await room.proposed(1));
    await room.ballots.cast({ sessionId, seat: 0, nonce: 'phieu-dung-gio-cua-chu-tich', votes: yes(1) });
    await room.steps().closeBallot({ sessionId, at: Date.now() + 7_200_000 });
    expect((await room.ballots.cast({ sessionId, seat: 1, nonce: 'phieu-muon-cua-uy-vien', votes: yes(1) })).is).toBe('closed');
  });

  it('is refused for who is away where the rule takes no written votes', async () => {
    const sessionId = await room.convened(await room.proposed(1), { absentees: 'none' });
    await room.attendance.attend({ sessionId, seat: 9, presence: 'away', by: 'thanh-vien-9' });
    await room.steps().openBallot({ sessionId });
    expect((await room.ballots.cast({ sessionId, seat: 9, nonce: 'vang-mat-khong-duoc-bo', votes: yes(1) })).is).toBe('not-allowed');
    await room.attendance.attend({ sessionId, seat: 9, presence: 'present', by: 'key:thu' });
    expect((await room.ballots.cast({ sessionId, seat: 9, nonce: 'vang-mat-khong-duoc-bo', votes: yes(1) })).is).toBe('cast');
  });
});

describe('the count', () => {
  let room: CouncilRoom;

  beforeAll(async () => {
    room = await CouncilRoom.open({ seats: SEATS });
  }, 60_000);

  afterAll(async () => {
    await room.close();
  });

  /** A session in which everybody has voted: yes up to the line's number, no beyond. */
  async function voted(lines: number): Promise<{ readonly sessionId: string; readonly ids: readonly string[] }> {
    const ids = await room.proposed(lines);
    const sessionId = await room.opened(ids);
    const cast = range(SEATS).map((seat) =>
      room.ballots.cast({
        sessionId,
        seat,
        nonce: `phieu-cua-ghe-so-${String(seat)}`,
        votes: room.ballotOf(lines, (line) => (seat < line + 12 ? 'yes' : 'no')),
      }),
    );
    for (const answer of await Promise.all(cast)) expect(answer.is).toBe('cast');
    return { sessionId, ids };
  }

  it('leaves nothing sealed, no key, and one outcome for each line, however often it is run', async () => {
    const { sessionId, ids } = await voted(3);
    const session = await room.counted(sessionId);
    expect(session.lines.map(({ votes, outcome }) => [votes?.yes, outcome])).toEqual([
      [13, 'not-qualified'],
      [14, 'qualified'],
      [15, 'qualified'],
    ]);
    expect(await room.stack.view.count(`pg_class WHERE relname LIKE 'ballot_box_%' || lower($1)`, [sessionId])).toBe(0);
    expect(room.keyFiles().filter((file) => file.startsWith(sessionId))).toEqual([]);
    await room.steps().countBallot({ sessionId });
    await room.steps().closeBallot({ sessionId, at: Date.now() });
    await room.steps().openBallot({ sessionId });
    expect(room.keyFiles().filter((file) => file.startsWith(sessionId))).toEqual([]);
    expect(await room.stack.view.count(`act WHERE kind = 'session-outcome' AND nomination_id = ANY($1)`, [ids])).toBe(3);
    expect(await room.stack.view.count('ballot_vote WHERE session_id = $1', [sessionId])).toBe(45);
  });

  it('goes on after a death between opening the votes and writing the count', async () => {
    const { sessionId } = await voted(2);
    await room.steps().closeBallot({ sessionId, at: Date.now() + 7_200_000 });
    const session = await room.sessions.load(sessionId);
    if (!session) throw new Error('No session');
    // One worker has opened the votes and is slow; another one counts them meanwhile.
    const slow = await room.box.open(session, () => undefined);
    await room.steps().countBallot({ sessionId });
    await room.box.settle(sessionId, slow, () => {
      throw new Error('Counted twice');
    });
    expect(await room.stack.view.count('ballot_vote WHERE session_id = $1', [sessionId])).toBe(30);
  });

  it('tells every nomination, also when it dies halfway, and each of them once', async () => {
    const { sessionId, ids } = await voted(3);
    await room.counted(sessionId);
    let left = 1;
    const dying = room.steps(() => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('14 UNAVAILABLE'))));
    await expect(dying.tellOutcomes({ sessionId })).rejects.toThrow('UNAVAILABLE');
    await room.steps().tellOutcomes({ sessionId });
    await room.steps().tellOutcomes({ sessionId });
    expect(new Set(room.told.filter((id) => ids.includes(id)))).toEqual(new Set(ids));
    expect(await room.stack.view.count('session_line WHERE session_id = $1 AND NOT told', [sessionId])).toBe(0);
  });

  it('sets a line aside whose nomination was held meanwhile, and leaves out one that was withdrawn', async () => {
    const { sessionId, ids } = await voted(3);
    await room.stack.view.rows(`UPDATE nomination SET held = true WHERE id = $1`, [ids[1]]);
    await room.stack.view.rows(`UPDATE nomination SET state = 'WITHDRAWN', ended_at = now() WHERE id = $1`, [ids[2]]);
    const session = await room.counted(sessionId);
    expect(session.lines.map(({ state, because, votes }) => [state, because, votes === null])).toEqual([
      ['counted', 'threshold-missed', false],
      ['set-aside', 'held', true],
      ['set-aside', 'ended', true],
    ]);
    const acts = await room.stack.view.rows<{ id: string; outcome: string }>(
      `SELECT nomination_id AS id, body ->> 'outcome' AS outcome FROM act WHERE kind = 'session-outcome' AND nomination_id = ANY($1) ORDER BY id`,
      [ids],
    );
    expect(acts.map(({ outcome }) => outcome).sort()).toEqual(['not-qualified', 'set-aside']);
  });

  it.each([
    ['a row is missing', `DELETE FROM ballot_box WHERE id = (SELECT min(id) FROM ballot_box WHERE session_id = $1)`],
    [
      'a row is changed',
      `UPDATE ballot_box SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE id = (SELECT min(id) FROM ballot_box WHERE session_id = $1)`,
    ],
    ['a row is doubled', `INSERT INTO ballot_box SELECT session_id, id || 'x', sealed FROM ballot_box WHERE session_id = $1 LIMIT 1`],
    ['a row of the roll is missing', `DELETE FROM ballot_roll WHERE session_id = $1 AND seat = 3`],
  ])('refuses a box that somebody touched: %s', async (_, sql) => {
    const { sessionId } = await voted(2);
    await room.steps().closeBallot({ sessionId, at: Date.now() + 7_200_000 });
    await room.stack.view.rows(sql, [sessionId]);
    await expect(room.steps().countBallot({ sessionId })).rejects.toThrow(BoxSpoiled);
    expect((await room.sessions.load(sessionId))?.state).toBe('closing');
  });

  it('never comes when the session is adjourned: what was cast is thrown away unopened', async () => {
    const { sessionId } = await voted(2);
    expect(await room.requests.request({ sessionId, request: 'adjourn', by: 'key:thu', reason: 'Mất điện' })).toBe(true);
    const { state } = await room.steps().closeBallot({ sessionId, at: Date.now() });
    expect(state).toBe('adjourned');
    expect(await room.stack.view.count('ballot_vote WHERE session_id = $1', [sessionId])).toBe(0);
    expect(room.keyFiles().filter((file) => file.startsWith(sessionId))).toEqual([]);
    expect(await room.stack.view.count(`session_line WHERE session_id = $1 AND because = 'adjourned'`, [sessionId])).toBe(2);
  });
});
