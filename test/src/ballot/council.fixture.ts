import { PeopleRepository, CampaignRepository, RulesRepository, KeyRepository, type Database, type IntakeEvent } from '@laurel/db';
import { FREELY_GIVEN, type BallotRule, type Directory, type Person, type Post, type RuleSet, type Text, type Unit } from '@laurel/domain';
import { payloadHash } from '@laurel/events';
import { createHash, randomUUID } from 'node:crypto';

export const PROGRAMME = 'thu-hoi-dong';
export const CAMPAIGN = '2026';
export const COUNCIL = 'hoi-dong-thanh-pho';

/** 90 % of all members, two thirds attending, absent members vote by their own link. */
export const NINETY_OF_TOTAL: BallotRule = {
  quorum: { numerator: 2, denominator: 3, of: 'total' },
  threshold: { percent: 90, compare: '>=', of: 'total' },
  secret: true,
  absentees: 'written',
  chairInFavour: false,
  substitutes: false,
};

export interface CouncilWishes {
  readonly seats: number;
  readonly ballot?: Partial<BallotRule>;
  /** Puts a public notice of so many working days before the session. */
  readonly noticeWorkingDays?: number;
}

const both = (text: string): Text => ({ vi: text, en: text });
const seatPost = (seat: number): string => `hoi-dong/uy-vien-${String(seat)}`;
export const memberId = (seat: number): string => `thanh-vien-${String(seat)}`;
export const memberAddress = (seat: number): string => `thanh.vien.${String(seat)}@example.vn`;

const wait = {
  clock: { mode: 'working-days', days: 10, countStartDay: false },
  remindAt: [],
  escalateAfter: null,
  closesAfter: 5,
} as const;

/** Intake, the council's session, the chairman's signature, publication. */
export function councilRules({ seats, ballot = {}, noticeWorkingDays }: CouncilWishes): RuleSet {
  const city = { level: 'city' } as const;
  const notice =
    noticeWorkingDays === undefined
      ? []
      : [
          {
            kind: 'notice',
            key: 'niem-yet',
            ...city,
            clock: { mode: 'working-days', days: noticeWorkingDays, countStartDay: true },
            secretariat: 'thanh-pho/thu-ky',
            answerWait: wait,
            endsBefore: 'session',
          } as const,
        ];
  return {
    programme: PROGRAMME,
    version: '1',
    name: both('Hội đồng thử'),
    validFrom: '2020-01-01',
    validTo: null,
    source: 'thử',
    calendar: {
      id: 'thu-hoi-dong',
      version: '1',
      days: { kind: 'civil', zone: 'Asia/Ho_Chi_Minh' },
      weekend: [6, 7],
      holidays: [],
      swapDays: [],
      covered: 'all',
      office: { dayOpens: '08:00', dayCloses: '17:00', mailAt: '08:00' },
    },
    levels: [{ key: 'city', name: { vi: 'Thành phố', en: 'City' }, awards: true }],
    awards: [
      {
        key: 'chien-si',
        name: { vi: 'Chiến sĩ thi đua', en: 'Emulation fighter' },
        level: 'city',
        issuer: 'thanh-pho/chu-tich',
        recipientKinds: ['individual'],
        exclusionGroup: null,
        ...FREELY_GIVEN,
      },
    ],
    exclusionGroups: [],
    councils: [
      {
        key: COUNCIL,
        name: { vi: 'Hội đồng Thi đua – Khen thưởng', en: 'Council for Emulation and Commendation' },
        level: 'city',
        chair: seatPost(0),
        seats: Array.from({ length: seats }, (_, seat) => seatPost(seat)),
        secretary: 'thanh-pho/thu-ky',
      },
    ],
    routes: [],
    completion: { maxReturns: 1, wait },
    stages: [
      { kind: 'intake', key: 'intake', ...city, requiredDocuments: [], declarationSuffices: true, excludedBases: [] },
      ...notice,
      {
        kind: 'session',
        key: 'hop',
        ...city,
        council: COUNCIL,
        award: 'chien-si',
        ballot: { ...NINETY_OF_TOTAL, ...ballot },
        passes: 'go-on',
      },
      {
        kind: 'decision',
        key: 'ky',
        ...city,
        authority: 'thanh-pho/chu-tich',
        award: 'chien-si',
        mayReferUp: false,
        wait,
        timeout: { kind: 'lapse' },
        allowDelegation: false,
      },
      { kind: 'publication', key: 'publication', ...city },
    ],
    withdrawUntil: 'decided',
  };
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const GIVEN = ['Thanh Hà', 'Quốc Việt', 'Minh Châu', 'Thị Lan', 'Đức Long', 'Hải Yến', 'Văn Khánh'];

const nameOf = (index: number): string =>
  `${SURNAMES[index % SURNAMES.length] ?? ''} ${GIVEN[index % GIVEN.length] ?? ''} ${String(index)}`;

function councilDirectory(seats: number): Directory {
  const members = Array.from({ length: seats }, (_, seat) => seat);
  const people: Person[] = [
    ...members.map((seat): Person => ({ id: memberId(seat), fullName: nameOf(seat), email: memberAddress(seat), language: 'vi' })),
    { id: 'chu-tich', fullName: 'Lý Anh Dũng', email: 'chu.tich@example.vn', language: 'vi' },
    { id: 'thu-ky', fullName: 'Mai Thu Trang', email: 'thu.ky@example.vn', language: 'vi' },
    { id: 'can-bo', fullName: 'Tạ Văn Nam', email: 'can.bo@example.vn', language: 'vi' },
  ];
  const unit = (key: string, parent: string | null): Unit => ({
    ...{ key, name: both(key), parent, validFrom: '2000-01-01', validTo: null, successor: null },
  });
  const post = (key: string): Post => ({ key, unit: key.split('/')[0] ?? '', title: both(key), superior: null });
  const held: readonly (readonly [string, string])[] = [
    ...members.map((seat) => [seatPost(seat), memberId(seat)] as const),
    ['thanh-pho/chu-tich', 'chu-tich'],
    ['thanh-pho/thu-ky', 'thu-ky'],
    ['phuong-01/officer', 'can-bo'],
  ];
  return {
    programme: PROGRAMME,
    version: 1,
    people: new Map(people.map((person) => [person.id, person])),
    units: new Map([unit('thanh-pho', null), unit('hoi-dong', 'thanh-pho'), unit('phuong-01', 'thanh-pho')].map((row) => [row.key, row])),
    posts: new Map(held.map(([key]) => [key, post(key)])),
    holdings: held.map(([key, personId]) => ({ post: key, personId, from: Date.parse('2020-01-01T00:00:00Z'), to: null })),
    substitutions: [],
  };
}

/** Publishes the council's rules and people and opens its season; answers an API key of the secretariat. */
export async function seatCouncil(database: Database, wishes: CouncilWishes): Promise<string> {
  await new RulesRepository(database).publish(councilRules(wishes));
  await new PeopleRepository(database).seed(councilDirectory(wishes.seats));
  const season = { programme: PROGRAMME, key: CAMPAIGN, ruleSetVersion: '1', opensAt: Date.parse('2026-01-01T00:00:00Z') };
  await new CampaignRepository(database).openIfAbsent(season);
  const { key } = await new KeyRepository(database).create('ban-thu-ky', {
    scopes: ['campaigns:write', 'nominations:read', 'events:write'],
  });
  return key;
}

/** A nomination for the council. */
export function proposal(index: number, reference?: string): Extract<IntakeEvent, { type: 'laurel.nomination.submitted.v1' }> {
  const id = randomUUID();
  const data = {
    programme: PROGRAMME,
    campaign: CAMPAIGN,
    submission: `${String(index)}/TTr`,
    award: 'chien-si',
    nominator: { unit: 'phuong-01', officer: 'can.bo@example.vn' },
    nominee: {
      kind: 'individual',
      fullName: `Đinh Ứng Viên ${String(index)}`,
      birthYear: 1980,
      unit: 'phuong-01',
      ...(reference && { reference }),
    },
    achievement: {
      title: `Sáng kiến số ${String(index)}`,
      summary: '',
      from: '2026-01-01',
      to: '2026-02-01',
      stream: 'regular',
      basis: 'cumulative',
    },
    documents: [{ kind: 'bao-cao', name: 'bao-cao.pdf', sha256: createHash('sha256').update(id).digest('hex') }],
  } as const;
  return {
    ...{
      type: 'laurel.nomination.submitted.v1',
      id,
      source: '/units/phuong-01',
      subject: null,
      time: null,
      payloadHash: payloadHash(data),
    },
    data: { ...data, documents: [...data.documents] },
  };
}
