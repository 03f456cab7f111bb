import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { waitFor, withdrawnEvent } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

const CAMPAIGN = '2022';
const REFERENCE = 'CCCD-GIA-LAP-0079';
const LAM = { fullName: 'Tạ Quang Lâm', birthYear: 1968, unit: 'phuong-01' };
const ELSEWHERE = { ...LAM, unit: 'phuong-02' };

/** Domain B.2: no award and no proposal while the subject is under investigation, under whatever name somebody proposes them. */
describe('a nominee under investigation', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  async function send(type: string, data: object, subject = REFERENCE): Promise<void> {
    const event = { specversion: '1.0', id: randomUUID(), source: '/thanh-tra', type, subject, data };
    const headers = { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${world.key}` };
    expect(await world.stack.http.ask('/v1/events', { method: 'POST', headers, body: JSON.stringify(event) })).toMatchObject({
      status: 202,
    });
  }

  const heldIs = (id: string, held: boolean): Promise<unknown> =>
    waitFor(`${id} to be ${held ? 'held' : 'free'}`, 40_000, async () => (await world.get(`/v1/nominations/${id}`))['held'] === held);
  const nomineeOf = async (id: string): Promise<string> => (await world.get(`/v1/nominations/${id}`))['nomineeId'] as string;
  const reopened = async (id: string): Promise<object> =>
    world.post(`/v1/nominations/${id}/reopenings`, { stage: 'district-decision', reason: 'Có tài liệu mới' });

  it('is held in every open nomination and every later one, also without the reference and under a merged name', async () => {
    const ended = await world.fileUpToDistrict({ campaign: CAMPAIGN, reference: REFERENCE, nominee: LAM });
    await world.answer(ended, 'district', 'reject');
    await world.stack.view.waitForState(ended, 'NOT_QUALIFIED');
    const named = await world.file({ campaign: CAMPAIGN, reference: REFERENCE, nominee: LAM });
    const bare = await world.file({ campaign: CAMPAIGN, nominee: LAM });
    const other = await world.file({ campaign: CAMPAIGN, unit: 'phuong-02', nominee: ELSEWHERE });
    expect(await nomineeOf(bare)).toBe(await nomineeOf(named));

    await send('laurel.nominee.hold-placed.v1', { authority: 'Thanh tra', from: '2022-05-01' });
    await Promise.all([heldIs(named, true), heldIs(bare, true)]);
    expect(await world.get(`/v1/nominations/${other}`)).toMatchObject({ held: false });
    const into = await nomineeOf(named);
    expect(await world.post(`/v1/nominees/${await nomineeOf(other)}/merge`, { into, reason: 'Cùng một người' })).toMatchObject({
      status: 200,
    });
    await heldIs(other, true);
    const later = [
      await world.file({ campaign: CAMPAIGN, nominee: LAM }),
      await world.file({ campaign: CAMPAIGN, unit: 'phuong-02', nominee: ELSEWHERE }),
    ];
    await Promise.all(later.map((id) => heldIs(id, true)));
    expect(await reopened(ended)).toMatchObject({ status: 409, json: { code: 'HELD' } });

    await send('laurel.nominee.hold-lifted.v1', { authority: 'Thanh tra', outcome: 'cleared', from: '2022-05-20' });
    await Promise.all([named, bare, other, ...later].map((id) => heldIs(id, false)));
    expect(await reopened(ended)).toMatchObject({ status: 200, json: { state: 'RECEIVED' } });
  }, 180_000);

  it('frees what a merge had held once it is lifted, also when the merge was taken back in between', async () => {
    const subject = `${REFERENCE}-b`;
    const [named, other] = [
      await world.file({ campaign: CAMPAIGN, reference: subject, nominee: { ...LAM, fullName: 'Bạch Thị Ngà' } }),
      await world.file({ campaign: CAMPAIGN, unit: 'phuong-02', nominee: { ...ELSEWHERE, fullName: 'Bạch Thị Ngà' } }),
    ];
    const [from, into] = [await nomineeOf(other), await nomineeOf(named)];
    await world.post(`/v1/nominees/${from}/merge`, { into, reason: 'Cùng một người' });
    await send('laurel.nominee.hold-placed.v1', { authority: 'Công an', from: '2022-05-01' }, subject);
    await Promise.all([heldIs(named, true), heldIs(other, true)]);
    await world.post(`/v1/nominees/${from}/unmerge`, { reason: 'Hai người' });
    await send('laurel.nominee.hold-lifted.v1', { authority: 'Công an', outcome: 'cleared', from: '2022-05-20' }, subject);
    await Promise.all([heldIs(named, false), heldIs(other, false)]);
  }, 120_000);

  it('can be taken up again after it was withdrawn while held, once the hold is lifted and not before', async () => {
    const subject = `${REFERENCE}-c`;
    const id = await world.file({ campaign: CAMPAIGN, reference: subject, nominee: { ...LAM, fullName: 'Kiều Văn Thắng' } });
    await send('laurel.nominee.hold-placed.v1', { authority: 'Công an', from: '2022-05-01' }, subject);
    await heldIs(id, true);
    expect(await world.stack.accept(withdrawnEvent(id))).toMatchObject({ is: 'accepted' });
    await world.stack.view.waitForState(id, 'WITHDRAWN');
    const again = (): Promise<object> => world.post(`/v1/nominations/${id}/reopenings`, { stage: 'unit-review', reason: 'Đã có kết luận' });
    expect(await again()).toMatchObject({ status: 409, json: { code: 'HELD' } });
    await send('laurel.nominee.hold-lifted.v1', { authority: 'Công an', outcome: 'cleared', from: '2022-05-20' }, subject);
    expect(await again()).toMatchObject({ status: 200, json: { state: 'RECEIVED' } });
    await heldIs(id, false);
  }, 120_000);

  it('is not held any more by an investigation that ends after the case has: the case is told so', async () => {
    const subject = `${REFERENCE}-d`;
    const id = await world.file({ campaign: CAMPAIGN, reference: subject, nominee: { ...LAM, fullName: 'Đàm Thị Vui' } });
    await send('laurel.nominee.hold-placed.v1', { authority: 'Công an', from: '2022-05-01' }, subject);
    await heldIs(id, true);
    await world.stack.accept(withdrawnEvent(id));
    await world.stack.view.waitForState(id, 'WITHDRAWN');
    await send('laurel.nominee.hold-lifted.v1', { authority: 'Công an', outcome: 'cleared', from: '2022-05-20' }, subject);
    await heldIs(id, false);
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await world.stack.view.count(`audit_event WHERE nomination_id = $1 AND action = 'hold-lifted'`, [id])).toBe(1);
  }, 120_000);

  it('whose nomination ended under a hold that a person placed can have it lifted from its page, and then be taken up again', async () => {
    const id = await world.file({ campaign: CAMPAIGN, nominee: { ...LAM, fullName: 'Phùng Văn Ước' } });
    const place = `/v1/console/nominations/${id}`;
    const act = (body: object): Promise<object> => world.post(`${place}/actions`, body, randomUUID());
    await act({ action: 'hold', reason: 'Có đơn tố cáo', authority: 'Thanh tra quận' });
    await heldIs(id, true);
    await act({ action: 'withdraw', reason: 'Đơn vị rút' });
    await world.stack.view.waitForState(id, 'WITHDRAWN');
    const again = (): Promise<object> => world.post(`/v1/nominations/${id}/reopenings`, { stage: 'unit-review', reason: 'Đã có kết luận' });
    expect(await again()).toMatchObject({ status: 409, json: { code: 'HELD' } });
    const { actions, holdIds } = (await world.get(place)) as { actions: readonly string[]; holdIds: readonly string[] };
    expect(actions).toContain('lift-hold');
    const lift = { action: 'lift-hold', reason: 'Không có vi phạm', holdId: holdIds[0], outcome: 'cleared' };
    // Done by the time of the answer: it does not wait for a relay that lets people's own requests go first.
    expect(await act(lift)).toMatchObject({ status: 200, json: { items: [{ status: 'done' }] } });
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({ held: false });
    expect(await again()).toMatchObject({ status: 200, json: { state: 'RECEIVED' } });
  }, 120_000);
});
