import { RulesRepository } from '@laurel/db';
import type { AwardType, RecipientKind, Route, StageDef, Stream, Text, WaitRule } from '@laurel/domain';
import { payloadHash } from '@laurel/events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submittedEvent, waitFor } from '../stack/index.ts';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const same = (vi: string): Text => ({ vi, en: vi });
const vn = (written: string): number => Date.parse(`${written.replace(' ', 'T')}+07:00`);

/** The days lie in the past: nobody is reminded, nothing closes while one looks. */
const within = (days: number): WaitRule => ({
  clock: { mode: 'working-days', days, countStartDay: false },
  remindAt: [],
  escalateAfter: null,
  closesAfter: 250,
});

const REPORT = 'achievement-report';
const SUBMISSION = 'submission';
const MINUTES = 'review-minutes';

const stagesWith = (documents: readonly string[], days: number): readonly StageDef[] => [
  {
    kind: 'intake',
    key: 'intake',
    level: 'district',
    requiredDocuments: documents.map((kind) => ({ kind, name: same(kind) })),
    declarationSuffices: true,
    excludedBases: [],
  },
  {
    kind: 'decision',
    key: 'district-decision',
    level: 'district',
    authority: 'district/chairman',
    award: 'proposed',
    mayReferUp: false,
    wait: within(days),
    timeout: { kind: 'hand-over', to: 'superior' },
    allowDelegation: false,
  },
  { kind: 'publication', key: 'publication', level: 'district' },
];

const route = (key: string, streams: readonly Stream[] | null, documents: readonly string[], days: number): Route => ({
  key,
  name: same(key),
  for: streams ? { streams } : {},
  stages: stagesWith(documents, days),
  completion: { maxReturns: 1, wait: within(5) },
  withdrawUntil: 'decided',
});

const award = (key: string, recipientKinds: readonly RecipientKind[], like: AwardType): AwardType => ({
  ...like,
  key,
  name: same(key),
  level: 'district',
  issuer: 'district/chairman',
  recipientKinds,
  exclusionGroup: null,
});

/** Scenario 9: households, individuals and collectives in one campaign, over two routes. */
describe('a campaign of mixed streams', () => {
  let registry: RegistryStack;

  beforeAll(async () => {
    registry = await RegistryStack.start();
    const rules = await new RulesRepository(registry.stack.database).ruleSet(PROGRAMME, '2022.1');
    const [like] = rules.awards;
    if (!like) throw new Error('No award is shipped');
    const routes = [route('simplified', ['ad-hoc'], [SUBMISSION, REPORT], 5), route('standard', null, [SUBMISSION, REPORT, MINUTES], 10)];
    const [, standard] = routes;
    if (!standard) throw new Error('No standard route');
    const { stages, completion, withdrawUntil } = standard;
    await registry.open({
      campaign: 'van-hoa',
      rules: {
        routes,
        stages,
        completion,
        withdrawUntil,
        exclusionGroups: [],
        levels: rules.levels.filter(({ key }) => key === 'district'),
      },
      awards: (shipped) =>
        shipped.key === 'ntvt-district'
          ? award('giay-khen', ['individual', 'collective'], like)
          : award('gia-dinh-van-hoa', ['household'], like),
    });
  }, 60_000);

  afterAll(async () => {
    await registry.close();
  });

  interface Filing {
    readonly kind: RecipientKind;
    readonly stream: Stream;
    readonly documents: readonly string[];
    readonly at: string;
  }

  /** Files as an event that was received at that hour; answers what the public contract says of it. */
  async function filed({ kind, stream, documents, at }: Filing): Promise<Readonly<Record<string, unknown>>> {
    const event = submittedEvent({ campaign: 'van-hoa', award: kind === 'household' ? 'gia-dinh-van-hoa' : 'giay-khen' });
    const { data } = event;
    const declared = documents.map((name, i) => ({ kind: name, name: `${name}.pdf`, sha256: String(i).repeat(64) }));
    const filled = { ...data, nominee: { ...data.nominee, kind }, achievement: { ...data.achievement, stream }, documents: declared };
    const answer = await registry.stack.intake.accept(
      { ...event, data: filled, payloadHash: payloadHash(filled) },
      { apiKeyId: null, at: vn(at) },
    );
    if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
    const { nominationId } = answer;
    await waitFor(`${nominationId} to be received`, 40_000, async () => (await registry.stack.view.stateOf(nominationId)) !== 'SUBMITTED');
    const { json } = await registry.stack.http.ask(`/v1/nominations/${nominationId}`, {
      headers: { authorization: `Bearer ${registry.key}` },
    });
    return json ?? {};
  }

  const due = (view: Readonly<Record<string, unknown>>): unknown => (view['openTasks'] as readonly { readonly dueAt: string }[])[0]?.dueAt;
  const TWO = [SUBMISSION, REPORT];
  const THREE = [...TWO, MINUTES];
  const iso = (written: string): string => new Date(vn(written)).toISOString();

  it.each(['individual', 'collective', 'household'] as const)(
    'takes an ordinary nomination of a kind, %s, on three documents and 10 working days across 30/4-1/5',
    async (kind) => {
      const view = await filed({ kind, stream: 'regular', documents: THREE, at: '2026-04-28 10:00' });
      // 29/4 is the first day; 30/4, 1/5 and two weekends are stepped over; 14/5 is the tenth.
      expect([view['state'], due(view)]).toEqual(['RECEIVED', iso('2026-05-14 17:00')]);
    },
    40_000,
  );

  it('takes an ad-hoc feat over the simplified route: two documents and 5 working days across 30/4-1/5', async () => {
    const view = await filed({ kind: 'individual', stream: 'ad-hoc', documents: TWO, at: '2026-04-28 10:00' });
    // 29/4, then 4, 5, 6 and 7/5.
    expect([view['state'], due(view)]).toEqual(['RECEIVED', iso('2026-05-07 17:00')]);
  }, 40_000);

  it('counts from the first working day what is filed on the day in lieu of the Hùng Kings, both routes', async () => {
    const [feat, ordinary] = [
      await filed({ kind: 'collective', stream: 'ad-hoc', documents: TWO, at: '2026-04-27 09:00' }),
      await filed({ kind: 'collective', stream: 'regular', documents: THREE, at: '2026-04-27 09:00' }),
    ];
    expect([due(feat), due(ordinary)]).toEqual([iso('2026-05-06 17:00'), iso('2026-05-13 17:00')]);
  }, 40_000);

  it('returns an ordinary nomination that has only the two documents of the simplified route', async () => {
    const view = await filed({ kind: 'household', stream: 'campaign', documents: TWO, at: '2026-04-28 10:00' });
    expect(view['state']).toBe('RETURNED');
  }, 40_000);

  it('holds the three kinds and both routes in one campaign, each with the clock of its own', async () => {
    const seen = await registry.stack.view.rows<{ kind: string; stream: string; count: string }>(
      `SELECT nominee ->> 'kind' AS kind, achievement ->> 'stream' AS stream, count(*) FROM nomination WHERE campaign = 'van-hoa' GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(seen.map(({ kind, stream, count }) => [kind, stream, Number(count)])).toEqual([
      ['collective', 'ad-hoc', 1],
      ['collective', 'regular', 2],
      ['household', 'campaign', 1],
      ['household', 'regular', 1],
      ['individual', 'ad-hoc', 1],
      ['individual', 'regular', 1],
    ]);
  });
});
