import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintRule, WaitRule } from '@laurel/domain';
import { waitFor } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

const text = (vi: string, en: string): { vi: string; en: string } => ({ vi, en });
const wait: WaitRule = {
  clock: { mode: 'calendar-days', days: 30, countStartDay: false },
  remindAt: [-3, 0],
  escalateAfter: 2,
  closesAfter: 15,
};
const fileWithin = { mode: 'calendar-days', days: 90, countStartDay: false } as const;
const complaint: ComplaintRule = {
  grounds: [{ ground: 'procedure', text: text('Sai trình tự', 'Wrong procedure') }],
  fileWithin,
  handler: 'district/vice-chairman',
  wait,
  second: { fileWithin, handler: 'city/emulation-office', wait },
};
const revocation = { grounds: [{ ground: 'fraud', text: text('Gian dối trong kê khai', 'Fraud in the declaration') }] };

/** Complaint, revocation and reopening on the real servers: the workflow has ended and is taken up again. */
describe('after the result', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'khieu-nai', rules: { complaint, revocation } });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const state = async (id: string): Promise<unknown> => (await world.get(`/v1/nominations/${id}`))['state'];

  it('a complaint is heard by its handler through a mailed page, and the result stands', async () => {
    const id = await world.fileUpToDistrict({ campaign: 'khieu-nai' });
    await world.answer(id, 'district', 'approve');
    await world.stack.view.waitForState(id, 'CONFERRED');
    const body = { ground: 'procedure', by: 'Lê Thị Thu', email: 'thu.le@example.vn', reason: 'Chưa lấy ý kiến tổ dân phố' };
    const filed = await world.post(`/v1/nominations/${id}/complaints`, body, 'khieu-nai-1');
    expect(filed).toMatchObject({ status: 200, json: { state: 'CONFERRED' } });
    expect((await world.post(`/v1/nominations/${id}/complaints`, body, 'khieu-nai-1')).json).toEqual(filed.json);
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({
      underComplaint: true,
      openTasks: [{ kind: 'complaint', post: 'district/vice-chairman' }],
      complaints: [{ ground: 'procedure', instance: 1, outcome: null }],
    });
    expect(await world.get('/v1/complaints?open=true')).toMatchObject({
      items: [{ nominationId: id, filedBy: 'Lê Thị Thu', late: false }],
    });
    const task = await world.stack.view.waitForTask(id);
    const page = await world.stack.http.ask(`/t/${world.stack.tokenOf(task.id)}`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    for (const said of ['value="uphold"', 'Sai trình tự', 'Lê Thị Thu', 'Chưa lấy ý kiến tổ dân phố']) expect(page.text).toContain(said);
    const answered = await world.stack.http.decide(world.stack.tokenOf(task.id), 'answer', 'Đã kiểm tra: đúng trình tự');
    expect(answered).toMatchObject({ status: 200 });
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({
      state: 'CONFERRED',
      underComplaint: false,
      complaints: [{ outcome: 'dismissed' }],
    });
    await world.stack.view.waitForMails();
    const about = (await world.stack.sink.delivered()).filter(({ text }) => text.includes(id) && /khiếu nại/i.test(text));
    const toComplainant = about.filter(({ to }) => to.includes('thu.le@example.vn'));
    expect(about.map(({ headers }) => headers['x-laurel-kind']).toSorted()).toEqual(['assignment', 'confirmation', 'result', 'result']);
    expect(toComplainant.map(({ headers }) => headers['x-laurel-kind'])).toEqual(['result']);
    expect(toComplainant[0]?.text).toContain('Đã kiểm tra: đúng trình tự');
  }, 90_000);

  it('a revocation keeps the record and lists whoever relied on the award', async () => {
    await world.open({
      campaign: 'ke-thua',
      rules: { revocation },
      awards: (award) =>
        award.key === 'ntvt-district' ? { ...award, prerequisites: [{ award: 'ntvt-city', times: 1, consecutive: null }] } : award,
    });
    const nominee = { fullName: 'Trịnh Văn Kế', birthYear: 1966, unit: 'phuong-05' };
    const first = await world.fileUpToDistrict({ campaign: 'khieu-nai', unit: 'phuong-05', nominee });
    await world.answer(first, 'district', 'refer-up');
    await world.answer(first, 'city', 'approve');
    await world.stack.view.waitForState(first, 'CONFERRED');
    const dependant = await world.fileUpToDistrict({ campaign: 'ke-thua', unit: 'phuong-05', nominee });
    await world.answer(dependant, 'district', 'approve');
    await world.stack.view.waitForState(dependant, 'CONFERRED');
    const body = { ground: 'fraud', paper: '77/QĐ-UBND', reason: 'Kê khai gian dối' };
    expect(await world.post(`/v1/nominations/${first}/revocations`, body)).toMatchObject({ status: 200, json: { state: 'REVOKED' } });
    const { reexaminations, recalls } = (await world.get(`/v1/nominations/${first}`)) as {
      reexaminations: readonly { id: string; nominationId: string; state: string }[];
      recalls: readonly { id: string }[];
    };
    expect(reexaminations).toMatchObject([{ nominationId: dependant, rule: 'missing-prerequisite', state: 'open' }]);
    expect(await world.stack.view.count(`outbox_event WHERE nomination_id = $1 AND type = 'laurel.nomination.revoked.v1'`, [first])).toBe(
      1,
    );
    expect(await world.get('/v1/recalls?open=true')).toMatchObject({ items: [{ nominationId: first, what: 'object', state: 'due' }] });
    expect(await world.get('/v1/reexaminations?open=true')).toMatchObject({
      items: [{ nominationId: dependant, revokedNominationId: first, nominee: 'Trịnh Văn Kế' }],
    });
    for (let time = 0; time < 2; time++) {
      expect((await world.post(`/v1/reexaminations/${reexaminations[0]?.id ?? ''}/finding`, { finding: 'Vẫn đủ điều kiện' })).status).toBe(
        204,
      );
      expect((await world.post(`/v1/recalls/${recalls[0]?.id ?? ''}/recovery`, { paper: 'BB-01' })).status).toBe(204);
    }
    expect(await world.get('/v1/recalls?open=false')).toMatchObject({ items: [{ paper: 'BB-01', recoveredBy: 'acceptance' }] });
    expect(await world.get('/v1/reexaminations?open=true')).toEqual({ items: [], nextCursor: null });
    expect(await world.get(`/v1/nominations/${first}`)).toMatchObject({
      recalls: [{ state: 'recovered' }],
      reexaminations: [{ state: 'settled', finding: 'Vẫn đủ điều kiện' }],
    });
  }, 120_000);

  it('a reopening asks the stage anew, and the second decision stands beside the first', async () => {
    const id = await world.fileUpToDistrict({ campaign: 'khieu-nai' });
    await world.answer(id, 'district', 'reject');
    await world.stack.view.waitForState(id, 'NOT_QUALIFIED');
    expect(await world.post(`/v1/nominations/${id}/reopenings`, { stage: 'district-decision', reason: 'Có tài liệu mới' })).toMatchObject({
      status: 200,
      json: { state: 'RECEIVED' },
    });
    await world.answer(id, 'district', 'approve');
    await world.stack.view.waitForState(id, 'CONFERRED');
    const { decisions } = (await world.get(`/v1/nominations/${id}`)) as {
      decisions: readonly { outcome: string; supersededAt: string | null }[];
    };
    expect(decisions.map(({ outcome, supersededAt }) => [outcome, supersededAt !== null])).toEqual([
      ['NOT_QUALIFIED', true],
      ['AWARD_HERE', false],
    ]);
    expect(await world.post(`/v1/nominations/${id}/reopenings`, { stage: 'district-decision', reason: 'Lần nữa' })).toMatchObject({
      status: 409,
      json: { code: 'AWARD_STANDS' },
    });
  }, 90_000);

  it('an act whose sender died is recorded all the same, once', async () => {
    const id = await world.fileUpToDistrict({ campaign: 'khieu-nai' });
    await world.answer(id, 'district', 'reject');
    await world.stack.view.waitForState(id, 'NOT_QUALIFIED');
    await waitFor(
      'the workflow to have ended',
      20_000,
      async () => (await world.stack.gateway.signalAct(id, { actId: 'nobody', kind: 'note' })) === 'no-such-workflow',
    );
    await world.leaveBehind(id, { kind: 'reopen', stage: 'district-decision' }, 'Có tài liệu mới');
    await waitFor(`${id} to be taken up again`, 40_000, async () => (await state(id)) === 'RECEIVED');
    expect(await world.stack.view.count(`audit_event WHERE nomination_id = $1 AND action = 'reopened'`, [id])).toBe(1);
  }, 90_000);

  it('tables, histories and mails agree in the end', async () => {
    await world.stack.view.waitForMails();
    expect(await world.stack.verify()).toEqual([]);
  }, 90_000);
});
