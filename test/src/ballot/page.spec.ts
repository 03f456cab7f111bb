import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../stack/index.ts';
import { CouncilStack, votesOn } from './council.stack.ts';

const SEATS = 5;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('the page of a council member', () => {
  let council: CouncilStack;
  let id: string;
  let ids: readonly string[];

  beforeAll(async () => {
    council = await CouncilStack.start({ seats: SEATS }, { settings: { LOG_LEVEL: 'info' } });
    await council.run();
    ids = await council.propose(3);
    await council.waitUntilBefore(ids);
    id = await council.convene('all-waiting', { opensInMs: 10_000, openForMs: 180_000 }, { closesWhenAllVoted: false });
  }, 90_000);

  afterAll(async () => {
    await council.close();
  }, 60_000);

  const page = (seat: number, rest = ''): Promise<Answer> =>
    council.stack.http.ask(`/t/${council.token(id, seat)}${rest}`, { headers: { accept: 'text/html' } });
  const post = (seat: number, fields: Readonly<Record<string, string>>): Promise<Answer> =>
    council.stack.http.submitForm(council.token(id, seat), fields);
  const votes = (choices: readonly string[]): Record<string, string> =>
    Object.fromEntries(choices.flatMap((choice, index) => (choice === '' ? [] : [[`votes[${ids[index] ?? ''}]`, choice]])));
  const nonceOf = ({ text }: Answer): string => /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const checked = ({ text }: Answer): number => [...text.matchAll(/ checked/g)].length;

  it('invites first: attendance, agenda, conflicts; and no vote is taken', async () => {
    const invited = await page(0);
    expect(invited.status).toBe(200);
    expect(invited.text).toContain('Giấy mời họp hội đồng');
    expect(invited.text).toContain('Đinh Ứng Viên 2');
    expect((await post(0, votes(['yes', 'yes', 'yes']))).status).toBe(409);
    for (const seat of range(SEATS)) expect((await post(seat, { attendance: 'present' })).status).toBe(200);
    expect((await post(1, { conflict: ids[2] ?? '', reason: 'Người nhà' })).status).toBe(200);
  });

  it('shows a ballot without scripts on which nothing is chosen', async () => {
    await council.waitForState(id, 'open');
    const ballot = await page(0);
    expect(ballot.text).not.toContain('<script');
    expect(checked(ballot)).toBe(0);
    expect([...ballot.text.matchAll(/type="radio"/g)]).toHaveLength(9);
    const shortened = await page(1);
    expect([...shortened.text.matchAll(/type="radio"/g)]).toHaveLength(6);
    expect(shortened.text).not.toContain(`votes[${ids[2] ?? ''}]`);
  }, 60_000);

  it('names a line without a vote and keeps the other choices', async () => {
    const refused = await post(0, { nonce: 'mot-to-phieu-con-thieu', ...votes(['yes', '', 'abstain']) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('2. Đinh Ứng Viên 2');
    expect(checked(refused)).toBe(2);
    expect(nonceOf(refused)).toBe('mot-to-phieu-con-thieu');
    const foreign = await post(1, votes(['yes', 'yes', 'yes']));
    expect([foreign.status, foreign.text.includes(ids[2] ?? '')]).toEqual([422, true]);
  });

  it('fills in yes everywhere only to be looked at again', async () => {
    const filled = await post(0, { fill: 'yes' });
    expect([filled.status, checked(filled)]).toEqual([200, 3]);
    expect(filled.text).toContain('Chưa gửi');
    expect(await council.stack.view.count('ballot_roll WHERE session_id = $1', [id])).toBe(0);
  });

  it('casts once: the same form again is the same receipt, another one is refused, and the page says so ever after', async () => {
    const nonce = nonceOf(await page(0));
    const fields = { nonce, ...votes(['yes', 'no', 'abstain']) };
    const cast = await post(0, fields);
    const receipt = /([0-9A-F]{4}-){3}[0-9A-F]{4}/.exec(cast.text)?.[0] ?? '';
    expect([cast.status, receipt.length]).toEqual([200, 19]);
    expect((await post(0, fields)).text).toContain(receipt);
    const other = await post(0, { ...fields, nonce: nonceOf(await page(2)) });
    expect([other.status, other.text.includes(receipt)]).toEqual([409, true]);
    const after = await page(0);
    expect(after.text).toContain(receipt);
    expect(after.text).not.toContain('type="radio"');
    expect((await post(0, { conflict: ids[0] ?? '' })).status).toBe(409);
    // A program is told the same, in the shapes that are described.
    const told = { decision: 'cast', receipt };
    expect(await council.asMember(id, 0, { nonce, ...votesOn(ids, 'yes') })).toMatchObject({ status: 200, json: told });
    expect(await council.asMember(id, 0, votesOn(ids, 'no'))).toMatchObject({ status: 409, json: { code: 'ALREADY_DECIDED', receipt } });
  });

  it('takes only one of two forms that arrive in the same moment', async () => {
    const answers = await Promise.all([post(2, votes(['yes', 'yes', 'yes'])), post(2, votes(['no', 'no', 'no']))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows the result and the minutes once it is counted, and writes no press into the access log', async () => {
    expect((await page(0, '/minutes')).status).toBe(404);
    expect((await council.ask(`/v1/sessions/${id}/minutes`)).status).toBe(404);
    await council.ask(`/v1/sessions/${id}/close`, { reason: 'Hết giờ' });
    await council.waitForState(id, 'closed');
    const minutes = await page(3, '/minutes');
    expect(minutes.status).toBe(200);
    expect(minutes.text).toContain('Biên bản kiểm phiếu');
    expect(minutes.text).toContain('Đinh Ứng Viên 1');
    expect((await council.ask(`/v1/sessions/${id}/minutes`)).text).toMatch(/Bỏ phiếu kín[^<]*Kết quả tuyệt đối[^<]*tự nó cho biết/u);
    expect(council.stack.api.output).not.toContain('"method":"POST","path":"/t/');
  }, 60_000);

  it('is of one member: a tampered link is unknown', async () => {
    const token = council.token(id, 0);
    const other = await council.stack.http.ask(`/t/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
    expect(other.status).toBe(404);
  });
});
