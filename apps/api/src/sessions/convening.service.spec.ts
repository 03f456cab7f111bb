import { describe, expect, it } from '@jest/globals';
import type { AgendaCandidate } from '@laurel/db';
import type { BallotRule, Directory, Holding, Person, RuleSet, SessionStage } from '@laurel/domain';
import { fakeParts } from '../api.fixture.ts';
import type { ApiParts } from '../parts/parts.ts';
import { RULES } from '../tasks/task-page.fixture.ts';
import { ConveningService } from './convening.service.ts';
import type { ConveneRequest } from './sessions.schemas.ts';

const MEETS_AT = Date.parse('2026-12-01T02:00:00Z');
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
    posts: new Map(),
    holdings,
    substitutions,
  };
}

const candidate = (id: string, ruleSetVersion = '1'): AgendaCandidate => ({
  nominationId: id,
  nominee: id,
  ruleSetVersion,
  calendarVersion: RULES.calendar.version,
  award: 'a',
  stream: 'regular',
  recipientKind: 'individual',
  ended: false,
  stageIndex: 0,
  noticeEndsAt: null,
});

function prepared(
  versions: readonly RuleSet[],
  { doubled = false, lines = [candidate('n1')] } = {},
): ReturnType<ConveningService['prepare']> {
  const agendas: ApiParts['agendas'] = {
    ...fakeParts().agendas,
    season: () => Promise.resolve({ ruleSetVersion: '1', directoryVersion: 1 }),
    candidates: () => Promise.resolve(lines),
    ruleSet: (_, version) => Promise.resolve(versions.find((rules) => rules.version === version) ?? RULES),
    directory: () => Promise.resolve(directoryOf(doubled)),
  };
  const request: ConveneRequest = {
    ...{ programme: 'ntvt', campaign: '2026', council: 'hd', agenda: 'all-waiting', closesWhenAllVoted: true },
    ...{ meetsAt: MEETS_AT, ballotOpensAt: MEETS_AT, ballotClosesAt: MEETS_AT + 1 },
  };
  return new ConveningService(agendas).prepare(request, 'key:thu');
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
