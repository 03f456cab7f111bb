import { describe, expect, it } from '@jest/globals';
import { vietNam, vn } from '../calendar/calendars.fixture.ts';
import type { RuleSet, StageDef } from '../route/rule-set.ts';
import { ballotRule } from './ballot.fixture.ts';
import { placeOnAgenda, type Candidate, type Placing } from './placing.ts';

const NOTICE = { kind: 'notice', key: 'niem-yet', level: 'city' } as unknown as StageDef;
const SESSION: StageDef = {
  kind: 'session',
  key: 'hop',
  level: 'city',
  council: 'thanh-pho',
  award: 'a',
  ballot: ballotRule(),
  passes: 'go-on',
};
const INTAKE: StageDef = {
  kind: 'intake',
  key: 'intake',
  level: 'city',
  requiredDocuments: [],
  declarationSuffices: true,
  excludedBases: [],
};
const rules = { stages: [INTAKE, NOTICE, SESSION, { kind: 'publication', key: 'p', level: 'city' }] } as unknown as RuleSet;

const place = (candidate: Partial<Candidate>, meetsAt: string, council = 'thanh-pho'): Placing =>
  placeOnAgenda(rules, vietNam(), { ended: false, stageIndex: 2, noticeEndsAt: null, ...candidate }, { council, meetsAt: vn(meetsAt) });

describe('a nomination on an agenda', () => {
  it('stands before the council, or on notice right before it', () => {
    expect(place({}, '2025-09-05 08:00')).toEqual({ stageIndex: 2, stage: SESSION });
    for (const meetsAt of ['2025-09-05 00:00', '2025-09-05 08:00'])
      expect(place({ stageIndex: 1, noticeEndsAt: vn('2025-09-04 17:00') }, meetsAt)).toEqual({ stageIndex: 2, stage: SESSION });
  });

  it('without a public notice may be on any day', () => {
    expect(place({}, '1969-12-31 08:00')).toEqual({ stageIndex: 2, stage: SESSION });
  });

  it('whose notice ends on the day of the meeting, or later, is refused with the first lawful day', () => {
    const lawful = { on: '2025-09-05', at: vn('2025-09-05 00:00') };
    for (const meetsAt of ['2025-09-04 18:00', '2025-08-20 08:00'])
      expect(place({ stageIndex: 1, noticeEndsAt: vn('2025-09-04 17:00') }, meetsAt)).toEqual({ problem: 'notice-runs', lawful });
    expect(place({ noticeEndsAt: vn('2025-09-04 17:00') }, '2025-09-04 23:59')).toEqual({ problem: 'notice-runs', lawful });
  });

  it('that is elsewhere, before another council or over is refused', () => {
    const refused = { problem: 'not-before-this-council' };
    expect(place({ stageIndex: 0 }, '2025-09-05 08:00')).toEqual(refused);
    for (const stageIndex of [3, 4]) expect(place({ stageIndex }, '2025-09-05 08:00')).toEqual(refused);
    expect(place({}, '2025-09-05 08:00', 'quan')).toEqual(refused);
    expect(place({ ended: true }, '2025-09-05 08:00')).toEqual({ problem: 'ended' });
  });
});
