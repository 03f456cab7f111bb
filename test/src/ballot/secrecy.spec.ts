import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { attack, type Finding, type Loot, type Member, type Target } from './attacker.ts';
import { CouncilStack, type SessionSeen, type Voice } from './council.stack.ts';
import { memberAddress, memberId } from './council.fixture.ts';
import { lootOf, tablesOf } from './loot.ts';

const SEATS = 15;
const LINES = 30;
const VOICES: readonly Voice[] = ['yes', 'no', 'abstain'];
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Every member votes in a way of their own, so that a ballot put together again is recognised. */
const voiceOf = (seat: number, line: number): Voice => VOICES[(seat * 7 + line * (seat + 2) + Math.floor((seat * line) / 3)) % 3] ?? 'yes';

/** Members come in an order that is not that of their seats. */
const CAME = range(SEATS).map((index) => (index * 4 + 11) % SEATS);

const members: readonly Member[] = range(SEATS).map((seat) => ({ seat, names: [memberId(seat), memberAddress(seat)] }));
const truth = new Set(
  range(SEATS).map((seat) =>
    range(LINES)
      .map((index) => voiceOf(seat, index + 1).charAt(0))
      .join(''),
  ),
);

describe('a counted ballot, with the whole database, logs, histories and mails in hand', () => {
  let council: CouncilStack;
  let id: string;
  let keyBytes: Buffer;
  let during: Loot;
  let after: Loot;
  let closed: SessionSeen;
  let opened: number;

  const historyOf = async (workflowId: string): Promise<string> => {
    const connection = await Connection.connect({ address: council.stack.servers.temporalAddress });
    try {
      const { history } = await connection.workflowService.getWorkflowExecutionHistory({ namespace: 'default', execution: { workflowId } });
      const events = history?.events ?? [];
      const decoded = JSON.stringify(events, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
      );
      return decoded;
    } finally {
      await connection.close();
    }
  };

  beforeAll(async () => {
    council = await CouncilStack.start(
      { seats: SEATS, ballot: { threshold: { percent: 30, compare: '>=', of: 'total' } } },
      { settings: { LOG_LEVEL: 'info' } },
    );
    await council.run();
    const ids = await council.propose(LINES);
    await council.waitUntilBefore(ids);
    id = await council.convene(ids, { opensInMs: 8_000, openForMs: 120_000 }, { closesWhenAllVoted: true });
    await council.attend(id, range(SEATS));
    await council.waitForState(id, 'open');
    opened = Date.now();
    const [file = ''] = readdirSync(council.keysFolder).filter((name) => name.startsWith(id));
    keyBytes = readFileSync(join(council.keysFolder, file));
    for (const seat of CAME) {
      if (seat === CAME[SEATS - 1]) during = await lootOf(council.stack, [await historyOf(`session:${id}`)]);
      const votes = Object.fromEntries(ids.map((nomination, index) => [nomination, voiceOf(seat, index + 1)]));
      const answer = await council.asMember(id, seat, { votes });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.json)).not.toMatch(/\d{4}-\d\d-\d\dT/);
    }
    // Nobody asked for the close: the roll is full.
    closed = await council.waitForState(id, 'closed');
    await council.stack.view.waitForMails();
    after = await lootOf(council.stack, [await historyOf(`session:${id}`), await historyOf(`nomination:${ids[0] ?? ''}`)]);
  }, 150_000);

  afterAll(async () => {
    await council.close();
  }, 60_000);

  const findings = (loot: Loot, target: Target): readonly Finding[] => attack(loot, { members, target, truth, came: CAME });

  it('counts what was cast', () => {
    const counted = closed.lines.map(({ votes }) => votes);
    const expected = range(LINES).map((index) => {
      const said = range(SEATS).map((seat) => voiceOf(seat, index + 1));
      return {
        yes: said.filter((v) => v === 'yes').length,
        no: said.filter((v) => v === 'no').length,
        abstain: said.filter((v) => v === 'abstain').length,
      };
    });
    expect(counted).toEqual(expected);
  });

  it('joins no vote to any member', () => {
    expect(after.tables['ballot_vote']).toHaveLength(SEATS * LINES);
    const roll = `ballot_roll_${id.toLowerCase()}`;
    expect(after.tables[roll]).toHaveLength(SEATS);
    expect(findings(after, { votes: 'ballot_vote', roll, lines: LINES })).toEqual([]);
  });

  it('has one transaction for all votes and all of the roll, and no row of the box', () => {
    const votes = after.tables['ballot_vote'] ?? [];
    const roll = after.tables[`ballot_roll_${id.toLowerCase()}`] ?? [];
    expect(new Set([...votes, ...roll].map((row) => row['xmin'])).size).toBe(1);
    expect(Object.keys(after.tables).filter((name) => name.startsWith('ballot_box'))).toEqual([]);
  });

  it('shows no tally while the ballot is open, and holds nothing that opens it', async () => {
    const text = JSON.stringify(during);
    expect(during.tables['ballot_vote']).toHaveLength(0);
    for (const written of [keyBytes.toString('hex'), keyBytes.toString('base64'), keyBytes.toString('base64url')])
      expect(text).not.toContain(written);
    const sizes = new Set((during.tables[`ballot_box_${id.toLowerCase()}`] ?? []).map((row) => (row['sealed'] as Buffer).length));
    expect(sizes.size).toBe(1);
    expect((during.tables['session_line'] ?? []).every((row) => row['yes'] === null)).toBe(true);
    expect(readdirSync(council.keysFolder).filter((name) => name.startsWith(id))).toEqual([]);
    expect(await council.stack.view.count('act WHERE kind = $1', ['session-outcome'])).toBe(LINES);
  });

  it('leaves no mail and no event of a history at the hour of a vote', () => {
    const planned = (after.tables['mail_ledger'] ?? []).filter((row) => row['session_id'] === id);
    const between = planned.filter((row) => (row['planned_at'] as Date).getTime() > opened + 500 && row['kind'] !== 'result');
    expect(between).toEqual([]);
    const [history = ''] = after.lines.filter((line) => line.includes('councilSessionWorkflow'));
    const signals = [...history.matchAll(/sessionMoved/g)].length;
    // However many voted, the workflow heard of it when the roll was full.
    expect(signals).toBeGreaterThan(0);
    expect(signals).toBeLessThan(8);
    expect(history).not.toMatch(/thanh-vien|"seat"|"votes"/);
  });

  it('would be caught by the same attacker in a store that leaks', async () => {
    await leak(council.stack.view.rows.bind(council.stack.view));
    const tables = await tablesOf(council.stack);
    const leaks = (votes: string, roll: string): readonly string[] => [
      ...new Set(findings({ tables, lines: [] }, { votes, roll, lines: LINES }).map(({ by }) => by)),
    ];
    expect(leaks('leak_each_vote', 'leak_each_roll')).toEqual(
      expect.arrayContaining(['a value in common', 'the order by place', 'the roll by transaction']),
    );
    expect(leaks('leak_order_vote', 'leak_order_roll')).toEqual(expect.arrayContaining(['the order by place', 'the roll by place']));
    expect(leaks('leak_key_vote', 'leak_key_roll')).toEqual(expect.arrayContaining(['a value in common', 'an hour']));
    const logged = { tables: {}, lines: [`{"method":"POST","path":"/t/[token]","status":200}`, `${memberId(3)} voted "yes"`] };
    expect(findings(logged, { votes: 'none', roll: 'none', lines: LINES }).map(({ by }) => by)).toEqual(['a log', 'a line']);
  });
});

type Ask = (text: string, values?: readonly unknown[]) => Promise<readonly object[]>;

/** Three stores that look as secret and are not: votes written as they come, votes in their order, a key in common. */
async function leak(ask: Ask): Promise<void> {
  for (const name of ['each', 'order', 'key']) {
    await ask(`CREATE TABLE leak_${name}_roll (session_id text, seat int, nonce_hash text)`);
    await ask(`CREATE TABLE leak_${name}_vote (session_id text, id text, line int, choice text, cast_at timestamptz)`);
  }
  const linesOf = range(LINES).map((index) => index + 1);
  const voices = (seat: number): string[] => linesOf.map((line) => voiceOf(seat, line));
  for (const seat of CAME) {
    await ask(
      `WITH roll AS (INSERT INTO leak_each_roll VALUES ('s', $1::int, 'r' || $1::int))
       INSERT INTO leak_each_vote SELECT 's', gen_random_uuid()::text, * FROM unnest($2::int[], $3::text[])`,
      [seat, linesOf, voices(seat)],
    );
    await ask(`INSERT INTO leak_key_roll VALUES ('s', $1::int, 'form-' || $1::int)`, [seat]);
    await ask(`INSERT INTO leak_key_vote SELECT 's', 'form-' || $1::int, l, c, now() FROM unnest($2::int[], $3::text[]) AS v(l, c)`, [
      seat,
      linesOf,
      voices(seat),
    ]);
  }
  const cast = CAME.flatMap((seat) => linesOf.map((line) => ({ line, choice: voiceOf(seat, line) })));
  await ask(`INSERT INTO leak_order_roll SELECT 's', seat, 'r' || seat FROM unnest($1::int[]) seat`, [CAME]);
  await ask(`INSERT INTO leak_order_vote SELECT 's', gen_random_uuid()::text, * FROM unnest($1::int[], $2::text[])`, [
    cast.map(({ line }) => line),
    cast.map(({ choice }) => choice),
  ]);
}
