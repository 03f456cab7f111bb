import { nominationActivities } from '@laurel/activities';
import type { NominationActivities } from '@laurel/contracts';
import {
  CampaignRepository,
  CaseRepository,
  DirectoryRepository,
  RegistryFactsReading,
  RuleSetChanged,
  RulesRepository,
  TaskPageReading,
  tokenHash,
  taskToken,
} from '@laurel/db';
import { routesOf, type Route, type RuleSet, type Stream } from '@laurel/domain';
import { payloadHash } from '@laurel/events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, SECRET, submittedEvent, type Stack } from '../stack/index.ts';

const CAMPAIGN = 'nhieu-duong';
const VERSION = 'nhieu-duong.1';

/** The rehearsal programme with a short way for ad-hoc feats, and none for thematic achievements. */
function severalRoutes(rules: RuleSet): RuleSet {
  const [only] = routesOf(rules);
  if (!only) throw new Error('the rules have a route');
  const decision = only.stages.find(({ key }) => key === 'district-decision');
  const [intake, publication] = [only.stages[0], only.stages.at(-1)];
  if (!intake || !publication || decision?.kind !== 'decision') throw new Error('the rehearsal has these stages');
  const short: Route = {
    ...only,
    key: 'short',
    for: { streams: ['ad-hoc'] },
    stages: [intake, { ...decision, mayReferUp: false }, publication],
    completion: { ...only.completion, maxReturns: 0 },
  };
  return { ...rules, version: VERSION, routes: [short, { ...only, for: { streams: ['regular', 'campaign'] } }] };
}

describe('a programme with several routes', () => {
  let stack: Stack;
  let rules: RulesRepository;
  let activities: NominationActivities;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    const { database } = stack;
    rules = new RulesRepository(database);
    await rules.publish(severalRoutes(await rules.ruleSet('dien-tap', '1')));
    const campaign = { programme: 'dien-tap', key: CAMPAIGN, ruleSetVersion: VERSION, opensAt: 0 };
    await new CampaignRepository(database).openIfAbsent(campaign);
    activities = nominationActivities({
      cases: new CaseRepository({ database, secret: SECRET, mailDomain: 'laurel.example.vn' }),
      rules,
      directories: new DirectoryRepository(database),
      registry: new RegistryFactsReading(database),
      mailPlanned: () => undefined,
    });
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  function filed(stream: Stream): ReturnType<typeof submittedEvent> {
    const event = submittedEvent({ programme: 'dien-tap', campaign: CAMPAIGN });
    const data = { ...event.data, achievement: { ...event.data.achievement, stream } };
    return { ...event, data, payloadHash: payloadHash(data) };
  }

  async function received(stream: Stream): Promise<{ readonly id: string; readonly taskId: string; readonly stage: string }> {
    const answer = await stack.accept(filed(stream));
    if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(JSON.stringify(answer));
    const { stage, tasks } = await activities.receiveNomination({ nominationId: answer.nominationId, at: Date.now() });
    return { id: answer.nominationId, taskId: tasks[0]?.id ?? '', stage };
  }

  it('refuses a nomination that no route takes, and names the field and what it may be', async () => {
    const before = await stack.view.count('nomination');
    expect(await stack.accept(filed('thematic'))).toEqual({
      is: 'invalid',
      errors: [
        {
          pointer: '/data/achievement/stream',
          detail: 'This award is considered for achievements of: regular, campaign, ad-hoc.',
          detailVi: 'Danh hiệu, hình thức này xét cho thành tích thuộc: regular, campaign, ad-hoc.',
        },
      ],
    });
    expect(await stack.view.count('nomination')).toBe(before);
  });

  it('takes each nomination along its own stages, on its pages too', async () => {
    const [feat, usual] = [await received('ad-hoc'), await received('regular')];
    expect([feat.stage, usual.stage]).toEqual(['decision', 'review']);
    const pages = new TaskPageReading(stack.database, rules);
    const page = await pages.byTokenHash(tokenHash(taskToken(SECRET, feat.taskId)));
    expect(page?.rules.stages.map(({ key }) => key)).toEqual(['intake', 'district-decision', 'publication']);
    expect(page?.rules.completion.maxReturns).toBe(0);
    expect(page?.choices).toEqual(['approve', 'reject', 'delegate']);
  });

  it('is published once, and refused with other rules under its version', async () => {
    const known = await rules.ruleSet('dien-tap', VERSION);
    await rules.publish(known);
    await expect(rules.publish({ ...known, routes: known.routes.toReversed() })).rejects.toThrow(RuleSetChanged);
  });

  it('is the same programme as one published before the language had routes', async () => {
    const { routes, councils, awards, ...old } = await rules.ruleSet('dien-tap', '1');
    const plain = awards.map(({ key, name, level, issuer, recipientKinds, exclusionGroup }) => ({
      key,
      name,
      level,
      issuer,
      recipientKinds,
      exclusionGroup,
    }));
    const definition = JSON.stringify({ ...old, awards: plain });
    const update = `UPDATE rule_set_version SET definition = $1::jsonb, sha256 = 'of an earlier version' WHERE programme = 'dien-tap' AND version = '1'`;
    await stack.database.pool.query(update, [definition]);
    const fresh = new RulesRepository(stack.database);
    expect(await fresh.ruleSet('dien-tap', '1')).toEqual({ ...old, routes, councils, awards });
    await fresh.publish({ ...old, routes, councils, awards });
    await expect(fresh.publish({ ...old, routes, councils, awards, withdrawUntil: 'decided' })).rejects.toThrow(RuleSetChanged);
  });

  it('leaves a running case with the version it was filed under: what is published later holds for later seasons', async () => {
    const { id, taskId } = await received('regular');
    const before = await rules.ruleSet('dien-tap', VERSION);
    const later = { ...before, version: 'nhieu-duong.2', routes: before.routes.slice(0, 1).map((route) => ({ ...route, for: {} })) };
    await rules.publish(later);
    const next = { programme: 'dien-tap', key: `${CAMPAIGN}-2`, ruleSetVersion: later.version, opensAt: 0 };
    await new CampaignRepository(stack.database).openIfAbsent(next);
    const act = await stack.acts.write({
      ...{ nominationId: id, actor: (await holderOf(taskId)) ?? '', reason: 'Theo hồ sơ', origin: null },
      body: { kind: 'decide', taskId, choice: 'approve', number: null, signedOn: null },
    });
    const { standing } = await activities.recordAct({ nominationId: id, actId: act.id, at: Date.now() });
    expect([standing.stage, standing.level]).toEqual(['review', 'district']);
    const [row] = await stack.view.rows(`SELECT rule_set_version FROM nomination WHERE id = $1`, [id]);
    expect(row).toEqual({ rule_set_version: VERSION });
    const fresh = await stack.accept({ ...filed('regular'), ...inSeason(filed('regular'), next.key) });
    if (fresh.is !== 'accepted' || fresh.nominationId === null) throw new Error(JSON.stringify(fresh));
    expect((await activities.receiveNomination({ nominationId: fresh.nominationId, at: Date.now() })).stage).toBe('decision');
  });

  async function holderOf(taskId: string): Promise<string | undefined> {
    const [task] = await stack.view.rows<{ person_id: string }>('SELECT person_id FROM task WHERE id = $1', [taskId]);
    return task?.person_id;
  }

  function inSeason(
    { data }: ReturnType<typeof submittedEvent>,
    campaign: string,
  ): Pick<ReturnType<typeof submittedEvent>, 'data' | 'payloadHash'> {
    const moved = { ...data, campaign };
    return { data: moved, payloadHash: payloadHash(moved) };
  }
});
