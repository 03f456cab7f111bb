import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor, type Answer } from '../stack/index.ts';
import { CouncilStack, votesOn } from './council.stack.ts';

const SEATS = 9;
const LINES = 60;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a session whose processes are killed', () => {
  let council: CouncilStack;

  beforeAll(async () => {
    council = await CouncilStack.start(
      { seats: SEATS, ballot: { threshold: { percent: 50, compare: '>=', of: 'total' } } },
      { workers: 2 },
    );
    await council.run();
  }, 90_000);

  afterAll(async () => {
    await council.close();
  }, 60_000);

  const form = (id: string, seat: number, ids: readonly string[]): Promise<Answer | null> =>
    council.asMember(id, seat, { ...votesOn(ids, 'yes'), nonce: `to-phieu-cua-ghe-${String(seat)}` }).catch(() => null);

  it('has one ballot of each member, and tells every nomination once', async () => {
    const { stack } = council;
    const ids = await council.propose(LINES);
    await council.waitUntilBefore(ids);
    const id = await council.convene(ids, { opensInMs: 12_000, openForMs: 180_000 });
    await council.attend(id, range(SEATS));
    await council.waitForState(id, 'open');

    // The API dies while members press; they press the same form again when it is back.
    const pressed = Promise.all(range(SEATS).map((seat) => form(id, seat, ids)));
    await stack.api.kill();
    await pressed;
    await stack.startApi();
    const again = await Promise.all(range(SEATS - 1).map((seat) => form(id, seat, ids)));
    expect(again.map((answer) => answer?.status)).toEqual(range(SEATS - 1).map(() => 200));
    expect(await stack.view.count('ballot_box WHERE session_id = $1', [id])).toBe(
      LINES * (await stack.view.count('ballot_roll WHERE session_id = $1', [id])),
    );

    // A worker dies as soon as the box is closed, and another one in the middle of telling.
    const [first, second] = stack.workers;
    await form(id, SEATS - 1, ids);
    const told = (): Promise<number> => stack.view.count('session_line WHERE session_id = $1 AND told', [id]);
    await waitFor(
      'the box to close',
      30_000,
      async () => (await stack.view.count(`council_session WHERE id = $1 AND state IN ('closing', 'closed')`, [id])) === 1,
      5,
    );
    await first?.kill();
    await waitFor('the first nominations to be told', 60_000, async () => (await told()) > 0, 2);
    await second?.kill();
    stack.startWorkers();

    await waitFor('every nomination to go on', 90_000, async () => {
      const moved = await stack.view.count(`nomination WHERE id = ANY($1) AND state <> 'IN_SESSION'`, [ids]);
      return moved === LINES && (await told()) === LINES;
    });
    expect(await stack.view.count(`audit_event WHERE nomination_id = ANY($1) AND action = 'session-voted'`, [ids])).toBe(LINES);
    expect(await stack.view.count(`act WHERE nomination_id = ANY($1) AND kind = 'session-outcome' AND state = 'recorded'`, [ids])).toBe(
      LINES,
    );
    expect(await stack.view.count(`task WHERE nomination_id = ANY($1) AND stage = 'ky'`, [ids])).toBe(LINES);
    const session = await council.session(id);
    expect(session.lines.every(({ votes }) => votes?.yes === SEATS)).toBe(true);
    expect(await stack.view.count(`mail_ledger WHERE session_id = $1 AND kind = 'assignment'`, [id])).toBe(SEATS);
  }, 180_000);
});
