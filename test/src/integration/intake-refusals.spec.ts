import { CampaignRepository, RulesRepository, type IntakeEvent } from '@laurel/db';
import { routesOf, type RuleSet } from '@laurel/domain';
import { payloadHash, type EventData, type EventType } from '@laurel/events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { prepareStack, submittedEvent, withdrawnEvent, type Stack } from '../stack/index.ts';

type Submission = ReturnType<typeof submittedEvent>['data'];

const DAY = 86_400_000;
const iso = (fromNow: number): string => new Date(Date.now() + fromNow).toISOString();

/** A nomination of the rehearsal, changed. */
function filed(change: (data: Submission) => Partial<Submission>): IntakeEvent {
  const event = submittedEvent({ programme: 'dien-tap' });
  const data = { ...event.data, ...change(event.data) };
  return { ...event, data, payloadHash: payloadHash(data) };
}

const inCampaign = (campaign: string, kind: Submission['nominee']['kind'] = 'individual'): IntakeEvent =>
  filed(({ nominee }) => ({ campaign, nominee: { ...nominee, kind } }));

function other<Type extends EventType>(type: Type, subject: string | null, data: EventData[Type]): IntakeEvent {
  return { type, id: randomUUID(), source: '/spec', subject, time: null, data, payloadHash: payloadHash(data) } as IntakeEvent;
}

const opened = (data: Partial<EventData['laurel.campaign.opened.v1']>): IntakeEvent =>
  other('laurel.campaign.opened.v1', null, { programme: 'dien-tap', campaign: 'moi', opensAt: iso(0), ...data });

interface Case {
  readonly title: string;
  readonly event: () => IntakeEvent;
  readonly pointer: string;
  readonly en: string;
  readonly vi: string;
}

const CASES: readonly Case[] = [
  {
    title: 'a programme that nobody knows',
    event: () => filed(() => ({ programme: 'khong-co' })),
    pointer: '/data/programme',
    en: 'Unknown programme "khong-co"',
    vi: 'Không có chương trình “khong-co”',
  },
  {
    title: 'a campaign that nobody opened',
    event: () => inCampaign('khong-co'),
    pointer: '/data/campaign',
    en: 'Unknown campaign "khong-co": open it first',
    vi: 'Không có đợt xét “khong-co”: xin mở đợt trước',
  },
  {
    title: 'a campaign that opens later',
    event: () => inCampaign('chua-mo'),
    pointer: '/data/campaign',
    en: 'not open yet: send it again when it is',
    vi: 'chưa mở: xin gửi lại khi đã mở',
  },
  {
    title: 'a campaign that is over',
    event: () => inCampaign('da-dong'),
    pointer: '/data/campaign',
    en: 'is closed: nominate in a later one',
    vi: 'đã đóng: xin đề nghị ở đợt sau',
  },
  {
    title: 'a unit that nobody knows',
    event: () => filed(({ nominator }) => ({ nominator: { ...nominator, unit: 'khong-co' } })),
    pointer: '/data/nominator/unit',
    en: 'Unknown unit "khong-co"',
    vi: 'Không có đơn vị “khong-co”',
  },
  {
    title: "a nominee's unit that was dissolved",
    event: () => filed(({ nominee }) => ({ nominee: { ...nominee, unit: 'da-giai-the' } })),
    pointer: '/data/nominee/unit',
    en: 'name its successor "don-vi-a"',
    vi: 'xin ghi đơn vị kế thừa “don-vi-a”',
  },
  {
    title: 'an award that the rules do not have',
    event: () => filed(() => ({ award: 'khong-co' })),
    pointer: '/data/award',
    en: 'Unknown award: give one of dien-tap-district',
    vi: 'xin ghi một trong dien-tap-district',
  },
  {
    title: 'a kind of nominee that the award is not for',
    event: () => inCampaign('chi-ca-nhan', 'household'),
    pointer: '/data/nominee/kind',
    en: 'This award goes to: individual.',
    vi: 'dành cho: individual.',
  },
  {
    title: 'a kind of nominee that no route takes',
    event: () => inCampaign('duong-ca-nhan', 'collective'),
    pointer: '/data/nominee/kind',
    en: 'No route of this programme considers "dien-tap-district"',
    vi: 'không có quy trình xét “dien-tap-district”',
  },
  {
    title: 'a day of death to come',
    event: () => filed(({ nominee }) => ({ nominee: { ...nominee, deceasedOn: iso(3 * DAY).slice(0, 10) } })),
    pointer: '/data/nominee/deceasedOn',
    en: 'lies in the future',
    vi: 'còn ở tương lai',
  },
  {
    title: 'a nomination that nobody filed',
    event: () => withdrawnEvent('khong-co'),
    pointer: '/subject',
    en: 'Unknown nomination "khong-co"',
    vi: 'Không có đề nghị “khong-co”',
  },
  {
    title: 'a hold that is not in force',
    event: () => other('laurel.nominee.hold-lifted.v1', 'khong-co', { authority: 'Thanh tra', outcome: 'cleared', from: iso(0) }),
    pointer: '/subject',
    en: 'No hold by "Thanh tra" is in force for "khong-co"',
    vi: '“Thanh tra” không có yêu cầu tạm dừng nào đang hiệu lực đối với “khong-co”',
  },
  {
    title: 'a campaign of a programme that nobody knows',
    event: () => opened({ programme: 'khong-co' }),
    pointer: '/data/programme',
    en: 'Unknown programme "khong-co"',
    vi: 'Không có chương trình “khong-co”',
  },
  {
    title: 'a campaign with rules that nobody published',
    event: () => opened({ ruleSetVersion: 'khong-co' }),
    pointer: '/data/ruleSetVersion',
    en: 'Unknown version: give one of ',
    vi: 'Không có phiên bản này: xin ghi một trong ',
  },
  {
    title: 'a campaign on a day without rules',
    event: () => opened({ opensAt: '1900-01-01T00:00:00Z' }),
    pointer: '/data/opensAt',
    en: 'No rules are in force on that day: name one of ',
    vi: 'không có quy chế nào có hiệu lực',
  },
];

describe('an event that the stored world contradicts', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    const rules = new RulesRepository(stack.database);
    const campaigns = new CampaignRepository(stack.database);
    const rehearsal = await rules.ruleSet('dien-tap', '1');
    const forIndividuals: RuleSet = {
      ...{ ...rehearsal, version: 'hep.1' },
      awards: rehearsal.awards.map((award) => ({ ...award, recipientKinds: ['individual'] as const })),
    };
    const routes = routesOf(rehearsal).map((route) => ({ ...route, for: { ...route.for, recipientKinds: ['individual'] as const } }));
    for (const published of [forIndividuals, { ...rehearsal, version: 'hep.2', routes }]) await rules.publish(published);
    const open = (key: string, ruleSetVersion: string, opensAt: number): Promise<void> =>
      campaigns.openIfAbsent({ programme: 'dien-tap', key, ruleSetVersion, opensAt });
    await open('chi-ca-nhan', 'hep.1', 0);
    await open('duong-ca-nhan', 'hep.2', 0);
    await open('chua-mo', '1', Date.now() + DAY);
    await open('da-dong', '1', 0);
    await stack.view.rows(`UPDATE campaign SET closes_at = now() - interval '1 hour' WHERE key = 'da-dong'`);
    await stack.view.rows(
      `INSERT INTO unit SELECT (jsonb_populate_record(u, '{"key": "da-giai-the", "valid_to": "2020-12-31", "successor": "don-vi-a"}')).*
         FROM unit u WHERE u.programme = 'dien-tap' AND u.key = 'don-vi-a'`,
    );
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  it.each(CASES)(
    'is refused for $title, its field and cure named in both languages, and nothing is stored',
    async ({ event, pointer, en, vi }) => {
      const stored = async (): Promise<readonly number[]> =>
        Promise.all(['inbox_event', 'nomination', 'act', 'campaign'].map((table) => stack.view.count(table)));
      const before = await stored();
      const answer = await stack.accept(event());
      const error = { pointer, detail: expect.stringContaining(en), detailVi: expect.stringContaining(vi) };
      expect(answer).toEqual({ is: 'invalid', errors: [error] });
      expect(await stored()).toEqual(before);
    },
  );

  it('names every field at once', async () => {
    const wrong = filed(({ nominator, nominee }) => ({
      nominator: { ...nominator, unit: 'khong-co' },
      nominee: { ...nominee, deceasedOn: iso(3 * DAY).slice(0, 10) },
      award: 'khong-co',
    }));
    const answer = await stack.accept(wrong);
    const pointers = answer.is === 'invalid' ? answer.errors.map(({ pointer }) => pointer).toSorted() : answer.is;
    expect(pointers).toEqual(['/data/award', '/data/nominator/unit', '/data/nominee/deceasedOn']);
  });
});
