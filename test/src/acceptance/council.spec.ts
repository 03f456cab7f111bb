import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CouncilStack, votesOn, type SessionSeen, type Voice } from '../ballot/council.stack.ts';
import { waitFor } from '../stack/index.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Scenario 6: a council of 15, 90 % of all members, two thirds are a quorum. */
describe('a council of fifteen', () => {
  let council: CouncilStack;

  beforeAll(async () => {
    council = await CouncilStack.start({ seats: 15 });
    await council.run();
  }, 90_000);

  afterAll(async () => {
    await council.close();
  }, 60_000);

  /** A session over one line with so many present, and the absent member 13 voting in writing or not at all. */
  async function voted(present: number, voices: readonly Voice[]): Promise<{ readonly nomination: string; readonly session: SessionSeen }> {
    const [nomination = ''] = await council.propose(1);
    await council.waitUntilBefore([nomination]);
    const id = await council.convene([nomination], { opensInMs: 8_000, openForMs: 120_000 });
    await council.attend(id, range(present));
    if (voices.length > present) await council.attend(id, [present], 'written');
    await council.waitForState(id, 'open');
    for (const [seat, voice] of voices.entries()) {
      const answer = await council.asMember(id, seat, votesOn([nomination], voice));
      expect([seat, answer.status, answer.text]).toEqual([seat, 200, expect.stringContaining('receipt')]);
    }
    expect((await council.ask(`/v1/sessions/${id}/close`, { reason: 'Hết giờ bỏ phiếu' })).status).toBe(202);
    return { nomination, session: await council.waitForState(id, 'closed') };
  }

  const yes = (count: number): Voice[] => range(count).map(() => 'yes');

  it('passes with 14 yes, fails with 13 yes and 2 absent, passes with 13 yes of those present and 1 written yes', async () => {
    const [fourteen, thirteen, written] = [await voted(14, yes(14)), await voted(13, yes(13)), await voted(13, yes(14))];
    const results = [fourteen, thirteen, written].map(({ session }) => session.lines.map(({ votes, outcome }) => [votes?.yes, outcome]));
    expect(results).toEqual([[[14, 'qualified']], [[13, 'not-qualified']], [[14, 'qualified']]]);
    expect(written.session.quorum).toMatchObject({ present: 13, met: true });
    await council.stack.view.waitForState(thirteen.nomination, 'NOT_QUALIFIED');
    for (const { nomination } of [fourteen, written])
      await waitFor(
        'the chairman to be asked to sign',
        30_000,
        async () => (await council.stack.view.openTasksOf(nomination))[0]?.stage === 'ky',
      );
    const timeline = await council.ask(`/v1/nominations/${fourteen.nomination}/timeline`);
    expect(JSON.stringify(timeline.json)).toContain('"yes":14');
  }, 120_000);

  it('meets with ten present and is adjourned with nine', async () => {
    const ids = await council.propose(2);
    await council.waitUntilBefore(ids);
    const [first = '', second = ''] = ids;
    const ten = await council.convene([first], { opensInMs: 8_000, openForMs: 120_000 });
    const nine = await council.convene([second], { opensInMs: 8_000, openForMs: 120_000 });
    await council.attend(ten, range(10));
    await council.attend(nine, range(9));
    expect((await council.waitForState(ten, 'open')).quorum).toMatchObject({ present: 10, met: true });
    const adjourned = await council.waitForState(nine, 'adjourned');
    expect(adjourned.quorum).toMatchObject({ present: 9, met: false });
    expect(adjourned.lines[0]).toMatchObject({ state: 'set-aside', because: 'no-quorum', votes: null });
    // Its line waits for another session, and may be on its agenda at once.
    expect(await council.stack.view.stateOf(second)).toBe('IN_SESSION');
    await council.convene([second], { opensInMs: 600_000, openForMs: 600_000 });
  }, 90_000);
});

describe('a session over a public notice of ten working days', () => {
  let council: CouncilStack;

  beforeAll(async () => {
    council = await CouncilStack.start({ seats: 15, noticeWorkingDays: 10 });
    await council.run();
  }, 90_000);

  afterAll(async () => {
    await council.close();
  }, 60_000);

  it('is refused a day early, with the first lawful day, and convened on that day', async () => {
    const [id = ''] = await council.propose(1);
    await waitFor('the notice', 40_000, async () => (await council.stack.view.stateOf(id)) === 'ON_NOTICE');
    const [row] = await council.stack.view.rows<{ at: Date }>('SELECT notice_ends_at AS at FROM nomination WHERE id = $1', [id]);
    const lastDay = new Date((row?.at.getTime() ?? 0) + 7 * 3_600_000 - 1).toISOString().slice(0, 10);
    const lawful = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
    const meeting = (day: string): object => ({
      ...{ programme: 'thu-hoi-dong', campaign: '2026', council: 'hoi-dong-thanh-pho', agenda: [id] },
      ...{ meetsAt: `${day}T08:00:00+07:00`, ballotOpensAt: `${day}T08:00:00+07:00`, ballotClosesAt: `${day}T17:00:00+07:00` },
    });
    const early = await council.ask('/v1/sessions', meeting(lastDay));
    expect(early.status).toBe(422);
    expect(early.text).toContain(lawful);
    expect(early.text).toContain(id);
    expect((await council.ask('/v1/sessions', meeting(lawful))).status).toBe(201);
  }, 60_000);
});
