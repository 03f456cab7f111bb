import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRepository, NominationCaseReading, SCOPES } from '@laurel/db';
import { submittedEvent, type Answer, type EventWishes } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

const DIED = '2022-03-01';
const NOMINEE = { fullName: 'Lương Bá Tòng', birthYear: 1950, unit: 'phuong-01' };

/** Domain D.1: an award type says whether it may be given after death. */
describe('a nominee who has died', () => {
  let world: RegistryStack;
  let key: string;

  beforeAll(async () => {
    world = await RegistryStack.start();
    ({ key } = await new KeyRepository(world.stack.database).create('unit', { scopes: SCOPES }));
    await world.open({ campaign: 'truy-tang', awards: (award) => ({ ...award, posthumous: true }) });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const send = (nominee: NonNullable<EventWishes['nominee']>): Promise<Answer> => {
    const { id, source, type, data } = submittedEvent({ nominee });
    return world.stack.http.sendEvent(key, { specversion: '1.0', id, source, type, data });
  };

  it('is ineligible for an award of the living: the rule is named to the nominator, and the registry has the day', async () => {
    const id = await world.file({ nominee: { ...NOMINEE, deceasedOn: DIED } });
    const view = await world.get(`/v1/nominations/${id}`);
    expect(view).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'not-posthumous', nominee: { deceasedOn: DIED } });
    expect(await new NominationCaseReading(world.stack.database).of(id)).toMatchObject({ deceasedOn: DIED });
    await world.stack.view.waitForMails();
    const mail = (await world.stack.sink.delivered()).find(({ headers }) => headers['x-laurel-nomination'] === id);
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain('không truy tặng: người được đề nghị đã mất');
    const registered = await world.get(`/v1/nominees/${view['nomineeId'] as string}`);
    expect(registered['nominations']).toEqual([expect.objectContaining({ id, deceasedOn: DIED })]);
  }, 60_000);

  it('is considered for an award that may be given after death, and the page of the task says so quietly', async () => {
    const id = await world.file({ campaign: 'truy-tang', nominee: { ...NOMINEE, fullName: 'Lương Bá Hạ', deceasedOn: DIED } });
    const task = await world.stack.view.waitForTask(id, 'grassroots');
    const page = async (lang: string): Promise<string> =>
      (await world.stack.http.ask(`/t/${world.stack.tokenOf(task.id)}?lang=${lang}`, { headers: { accept: 'text/html' } })).text;
    expect(await page('vi')).toContain('sinh năm 1950, mất ngày 01/3/2022)');
    expect(await page('en')).toContain('born 1950, died 1 March 2022)');
  }, 60_000);

  it.each([
    ['a day that is still to come', { ...NOMINEE, deceasedOn: '2999-01-01' }, 'lies in the future'],
    ['a day before the year of birth', { ...NOMINEE, deceasedOn: '1949-12-31' }, 'Before the year of birth'],
    ['a collective', { ...NOMINEE, kind: 'collective', deceasedOn: DIED }, 'Only a person dies'],
    ['no day', { ...NOMINEE, deceasedOn: '31/2/2022' }, ''],
  ])('is refused with the field named: %s', async (_, nominee, detail) => {
    expect(await send(nominee)).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '/data/nominee/deceasedOn', detail: expect.stringContaining(detail) }] },
    });
  });
});
