import { describe, expect, it } from '@jest/globals';
import type { AgendaCandidate } from '@laurel/db';
import type { BallotRule, Directory, Holding, Person, RuleSet, SessionStage } from '@laurel/domain';
import { fakeParts } from '../api.fixture.ts';
import type { ApiParts } from '../parts/parts.ts';
import { RULES } from '../tasks/task-page.fixture.ts';
import { keyVisitor, personVisitor, type Visitor } from '../auth/visitor.ts';
import { ConveningService } from './convening.service.ts';
import type { ConveneRequest } from './sessions.schemas.ts';

const MEETS_AT = Date.parse('2026-12-01T02:00:00Z');
const DAY = 86_400_000;
const SEATS = ['hd/chu-tich', 'hd/uy-vien-1', 'hd/uy-vien-2'] as const;
const both = (text: string): { readonly vi: string; readonly en: string } => ({ vi: text, en: text });

/** Rules of a council of three; a line for each nomination, by the ballot rule of its version. */
function rulesOf(changes: Partial<BallotRule>, version = '1'): RuleSet {
  const ballot: BallotRule = {
    quorum: { numerator: 2, denominator: 3, of: 'total' },
    threshold: { percent: 90, compare: '>=', of: 'total' },
    ...{ secret: true, absentees: 'written', chairInFavour: false, substitutes: false, ...changes },
  };
  const session: SessionStage = { kind: 'session', key: 'hop', level: 'district', council: 'hd', award: 'a', ballot, passes: 'go-on' };
  const council = { key: 'hd', name: both('Hội đồng'), level: 'district', chair: SEATS[0], seats: SEATS, secretary: 'hd/thu-ky' };
  return { ...RULES, version, councils: [council], stages: [session] };
}

/** `away` holds the second seat and is away; `stand-in` is the substitute, who holds the third seat as well where `doubled`. */
function directoryOf(doubled: boolean): Directory {
  const person = (id: string): Person => ({ id, fullName: id, email: `${id}@example.vn`, language: 'vi' });
  const people = ['chair', 'away', 'third', 'stand-in'].map(person);
  const held: readonly (readonly [string, string])[] = [
    [SEATS[0], 'chair'],
    [SEATS[1], 'away'],
    [SEATS[2], doubled ? 'stand-in' : 'third'],
  ];
  const holdings = held.map(([post, personId]): Holding => ({ post, personId, from: 0, to: null }));
  const substitutions = [{ post: SEATS[1], personId: 'stand-in', from: MEETS_AT - 1, to: MEETS_AT + 1, reason: 'Đi công tác' }];
  return {
    programme: 'ntvt',
    version: 1,
    people: new Map(people.map((one) => [one.id, one])),
    units: new Map(),
    posts: new Map(SEATS.map((key) => [key, { key, unit: 'city', title: both(key), superior: null }])),
    holdings,
    substitutions,
  };
}

const candidate = (id: string, ruleSetVersion = '1'): AgendaCandidate => ({
  nominationId: id,
  nominee: `Đỗ Thị ${id}`,
  achievement: 'Cứu người đuối nước',
  unit: 'phuong-01',
  ruleSetVersion,
  calendarVersion: RULES.calendar.version,
  award: 'a',
  stream: 'regular',
  recipientKind: 'individual',
  ended: false,
  stageIndex: 0,
  noticeEndsAt: null,
});

interface Wishes {
  readonly doubled?: boolean;
  readonly lines?: readonly AgendaCandidate[];
  readonly caller?: Visitor;
  readonly agenda?: ConveneRequest['agenda'];
}

const KEY = keyVisitor({ keyId: 'thu', name: 'spec', grants: { scopes: ['operations:act'] } });

/** Somebody of the secretariat of these units. */
function secretariatOf(...units: readonly string[]): Visitor {
  const grants = units.map((unit) => ({ role: 'secretariat' as const, programme: 'ntvt', unit, places: [`ntvt/${unit}`] }));
  const identity = { email: 'thu.ky@example.vn', people: [], roles: grants, units: grants };
  return personVisitor({ userId: 'u1', sessionId: 's1', name: 'Mai Thu Trang', expiresAt: MEETS_AT, identity });
}

function prepared(
  versions: readonly RuleSet[],
  { doubled = false, lines = [candidate('n1')], caller = KEY, agenda = 'all-waiting' }: Wishes = {},
): ReturnType<ConveningService['prepare']> {
  const agendas: ApiParts['agendas'] = {
    ...fakeParts().agendas,
    season: () => Promise.resolve({ ruleSetVersion: '1', directoryVersion: 1 }),
    candidates: () => Promise.resolve(lines),
    ruleSet: (_, version) => Promise.resolve(versions.find((rules) => rules.version === version) ?? RULES),
    directory: () => Promise.resolve(directoryOf(doubled)),
  };
  const request: ConveneRequest = {
    ...{ programme: 'ntvt', campaign: '2026', council: 'hd', agenda, closesWhenAllVoted: true },
    ...{ meetsAt: MEETS_AT, ballotOpensAt: MEETS_AT, ballotClosesAt: MEETS_AT + 1 },
  };
  return new ConveningService(agendas).prepare(request, caller);
}

describe('the seats of a council that is called together', () => {
  it('are never a substitute’s where the rule does not say so: the member votes by their own link', async () => {
    const { seats } = await prepared([rulesOf({})]);
    expect(seats.map(({ personId, actingForId }) => [personId, actingForId])).toEqual([
      ['chair', null],
      ['away', null],
      ['third', null],
    ]);
  });

  it('are the running substitute’s, who acts for the member, where the rule says so', async () => {
    const { seats } = await prepared([rulesOf({ substitutes: true })]);
    expect(seats[1]).toMatchObject({ personId: 'stand-in', actingForId: 'away' });
  });

  it('are one for one person: who has a seat of their own stands in for nobody, and no seat is lost by it', async () => {
    const { seats } = await prepared([rulesOf({ substitutes: true })], { doubled: true });
    expect(seats.map(({ personId }) => personId)).toEqual(['chair', 'away', 'stand-in']);
  });

  it('are not given for one box where some lines take substitutes and others do not', async () => {
    const lines = [candidate('n1'), candidate('n2', '2')];
    const mixed = prepared([rulesOf({}), rulesOf({ substitutes: true }, '2')], { lines });
    await expect(mixed).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('who calls a council together, and over what', () => {
  it('is the secretariat of the unit in which its chair’s post stands, and nobody of another unit', async () => {
    await expect(prepared([rulesOf({})], { caller: secretariatOf('city') })).resolves.toMatchObject({ createdBy: 'u1' });
    await expect(prepared([rulesOf({})], { caller: secretariatOf('phuong-01') })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is nobody of a unit where the post of the chair is not known', async () => {
    const nowhere = { ...rulesOf({}), councils: rulesOf({}).councils.map((council) => ({ ...council, chair: 'khong-co/ai' })) };
    await expect(prepared([nowhere], { caller: secretariatOf('city', 'phuong-01') })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(prepared([nowhere])).resolves.toMatchObject({ council: 'hd' });
  });

  it('tells every line whose notice still runs in both languages, and the day from which all may be voted on', async () => {
    const lines = [
      candidate('n1'),
      { ...candidate('n2'), noticeEndsAt: MEETS_AT + DAY },
      { ...candidate('n3'), noticeEndsAt: MEETS_AT + 9 * DAY },
    ];
    const early = prepared([rulesOf({})], { lines, agenda: ['n1', 'n2', 'n3'] });
    await expect(early).rejects.toMatchObject({
      details: {
        errors: [
          {
            pointer: '/agenda/1',
            detail: expect.stringContaining('Đỗ Thị n2: its public notice still runs'),
            detailVi: expect.stringContaining('Đỗ Thị n2: còn đang lấy ý kiến'),
          },
          {
            pointer: '/agenda/2',
            detail: expect.stringContaining('Friday 11 December 2026'),
            detailVi: expect.stringContaining('thứ Sáu 11/12/2026'),
          },
        ],
        members: { firstLawful: { on: '2026-12-11', at: '2026-12-10T17:00:00.000Z' } },
      },
    });
  });

  it('says nothing of a nomination that does not come before the council to whoever may not read it', async () => {
    const lines = [{ ...candidate('n1'), ended: true, unit: 'quan-khac' }];
    const asked = { lines, agenda: ['n1'] };
    const hidden = prepared([rulesOf({})], { ...asked, caller: secretariatOf('city') });
    await expect(hidden).rejects.toMatchObject({ details: { errors: [{ detail: 'No nomination of this season has this id.' }] } });
    const shown = prepared([rulesOf({})], { ...asked, caller: secretariatOf('city', 'quan-khac') });
    await expect(shown).rejects.toMatchObject({ details: { errors: [{ detail: expect.stringContaining('has ended') }] } });
  });
});
