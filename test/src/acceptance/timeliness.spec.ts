import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RuleSet, StageDef } from '@laurel/domain';
import { loadProgramme } from '@laurel/programmes';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ROOT, waitFor } from '../stack/index.ts';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

/** Length of a day of the rehearsal calendar. */
const DAY_MS = 4_000;
const HELD = 'NTL-THANH-TRA-01';

interface Report {
  readonly decided: number;
  readonly inTime: number;
  readonly shareInTime: string | null;
  readonly medianDays: string | null;
  readonly counts: readonly { readonly level: string; readonly rows: readonly Row[] }[];
}
interface Row {
  readonly nominationId: string;
  readonly receivedAt: string;
  readonly decidedAt: string;
  readonly inTime: boolean;
  readonly days: number;
}

const shippedRules = async (programme: string): Promise<RuleSet> => {
  const [rules] = (await loadProgramme(join(ROOT, 'programmes', programme))).ruleSets;
  if (!rules) throw new Error(`No rules of ${programme}`);
  return rules;
};

/** Waits of so many days for a decision, of very many for everybody else; nothing is closed while we watch. */
const unhurried = (stage: StageDef, days: number): StageDef =>
  stage.kind === 'decision' || stage.kind === 'review'
    ? {
        ...stage,
        wait: {
          clock: { mode: 'working-days', days: stage.kind === 'decision' ? days : 400, countStartDay: false },
          ...{ remindAt: [], escalateAfter: null, closesAfter: 400 },
        },
      }
    : stage;

/** Scenario 13 (document 004): the share decided inside the clock, and the median of the days; a hold stops the clock. */
describe('the report of timeliness', () => {
  let world: RegistryStack;
  let started: string;

  beforeAll(async () => {
    world = await RegistryStack.start();
    const [{ stages }, { calendar }] = await Promise.all([shippedRules(PROGRAMME), shippedRules('dien-tap')]);
    const rules = (days: number): Partial<RuleSet> => ({ calendar, stages: stages.map((stage) => unhurried(stage, days)) });
    await world.open({ campaign: 'thong-tha', rules: rules(400) });
    await world.open({ campaign: 'gap', rules: rules(1) });
    await world.open({ campaign: 'xac-minh', rules: rules(6) });
    started = new Date().toISOString();
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const report = async (query: string): Promise<Report> =>
    (await world.get(`/v1/reports/timeliness?programme=${PROGRAMME}${query}`)) as unknown as Report;
  const dueOf = async (id: string): Promise<number> => {
    const { openTasks } = (await world.get(`/v1/nominations/${id}`)) as { openTasks: readonly { dueAt: string }[] };
    return Date.parse(openTasks[0]?.dueAt ?? '');
  };
  const pastDue = (due: number): Promise<unknown> => waitFor('the due instant to pass', 60_000, () => Promise.resolve(Date.now() > due));
  const hold = async (type: 'placed' | 'lifted', data: object): Promise<void> => {
    const event = {
      ...{ specversion: '1.0', id: randomUUID(), source: '/thanh-tra', subject: HELD },
      type: `laurel.nominee.hold-${type}.v1`,
    };
    const from = new Date().toISOString();
    const sent = await world.stack.http.sendEvent(world.key, { ...event, data: { authority: 'Thanh tra thành phố', ...data, from } });
    expect(sent.status).toBe(202);
  };
  const waitForHeld = (id: string, held: boolean): Promise<unknown> =>
    waitFor(`${id} to be held: ${String(held)}`, 40_000, async () => (await world.get(`/v1/nominations/${id}`))['held'] === held);

  it('counts decisions inside the clock and late ones', async () => {
    const prompt = await Promise.all([1, 2].map(() => world.fileUpToDistrict({ campaign: 'thong-tha' })));
    for (const id of prompt) await world.answer(id, 'district', 'approve');
    const late = await world.fileUpToDistrict({ campaign: 'gap' });
    await pastDue(await dueOf(late));
    expect(await world.answer(late, 'district', 'reject')).toMatchObject({ recorded: true });
    expect(await report('&campaign=thong-tha')).toMatchObject({ decided: 2, inTime: 2, shareInTime: '100.00' });
    const hurried = await report('&campaign=gap');
    expect(hurried).toMatchObject({ decided: 1, inTime: 0, shareInTime: '0.00', counts: [{ level: 'district', decided: 1 }] });
    const [row] = hurried.counts[0]?.rows ?? [];
    expect(row?.days).toBeGreaterThanOrEqual(1);
    expect(hurried.medianDays).toBe(String(row?.days));
  }, 90_000);

  it('leaves out the days on which a nominee was under investigation: decided after the first due day, and in time', async () => {
    const id = await world.fileUpToDistrict({ campaign: 'xac-minh', reference: HELD });
    const due = await dueOf(id);
    await hold('placed', {});
    await waitForHeld(id, true);
    expect(await world.answer(id, 'district', 'approve')).toMatchObject({ recorded: false, refused: 'HELD' });
    await pastDue(due);
    await hold('lifted', { outcome: 'cleared' });
    await waitForHeld(id, false);
    expect(await world.answer(id, 'district', 'approve')).toMatchObject({ recorded: true });
    const { counts, ...figures } = await report('&campaign=xac-minh');
    expect(figures).toMatchObject({ decided: 1, inTime: 1, shareInTime: '100.00' });
    const [row] = counts[0]?.rows ?? [];
    expect(Date.parse(row?.decidedAt ?? '')).toBeGreaterThan(due);
    const elapsed = (Date.parse(row?.decidedAt ?? '') - Date.parse(row?.receivedAt ?? '')) / DAY_MS;
    expect(row?.days).toBeLessThan(elapsed - 1);
  }, 120_000);

  it('is reproduced as it was known, and knows nothing of later papers', async () => {
    expect(await report('')).toMatchObject({ decided: 4, inTime: 3, shareInTime: '75.00' });
    const nothing = { decided: 0, inTime: 0, shareInTime: null, medianDays: null, counts: [] };
    expect(await report(`&knownAt=${started}`)).toMatchObject(nothing);
    expect(await report('&asOf=2022-12-31')).toMatchObject(nothing);
  });
});
