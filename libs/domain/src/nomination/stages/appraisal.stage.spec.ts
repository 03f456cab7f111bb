import { describe, expect, it } from '@jest/globals';
import { vn } from '../../calendar/calendars.fixture.ts';
import { CaseStory } from '../case-story.fixture.ts';
import { appraisal, decision, intake, publication, review, ruleSet } from '../case.fixture.ts';
import type { RuleSet } from '../../route/rule-set.ts';

const rules = (changes: Parameters<typeof appraisal>[0] = {}): RuleSet =>
  ruleSet({ stages: [intake(), appraisal(changes), decision('district'), decision('city'), publication] });
const received = (changes: Parameters<typeof appraisal>[0] = {}): CaseStory => CaseStory.received({ rules: rules(changes) });

describe('an appraisal', () => {
  it('asks its post on the clock of the receipt, with the choices of the stage', () => {
    const story = received();
    expect(story.open).toMatchObject([
      { personId: 'thu-ky', kind: 'appraisal', choices: ['eligible', 'ineligible', 'return', 'delegate'] },
    ]);
    expect(story.mails).toMatchObject([{ kind: 'assignment', personId: 'thu-ky', occasion: { is: 'appraisal' } }]);
    expect(story.standing).toMatchObject({ stage: 'appraisal', state: 'RECEIVED', dueAt: vn('2025-06-11 17:00') });
  });

  it('sends an eligible nomination on, appraised, and says so to the world', () => {
    const story = received();
    expect(story.decide('eligible', 'thu-ky', null)).toBeNull();
    expect(story.standing).toMatchObject({ stage: 'decision', state: 'APPRAISED', level: 'district' });
    expect(story.events).toContainEqual({ type: 'laurel.nomination.appraised.v1', data: { eligible: true, rule: null } });
    story.decide('refer-up');
    expect(story.standing).toMatchObject({ state: 'APPRAISED', level: 'city' });
  });

  it('ends an ineligible one with the rule named, in the file, in the event and to the nominator', () => {
    const story = received();
    expect(story.decide('ineligible', 'thu-ky', 'Đang bị kỷ luật', 'violation')).toBeNull();
    expect(story.file).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'violation' });
    expect(story.events).toContainEqual({ type: 'laurel.nomination.appraised.v1', data: { eligible: false, rule: 'violation' } });
    expect(story.mails.at(-1)).toMatchObject({
      kind: 'result',
      personId: 'can-bo',
      occasion: { is: 'result', state: 'INELIGIBLE', rule: { vi: 'Vi phạm kỷ luật trong thời gian xét' }, reason: 'Đang bị kỷ luật' },
    });
  });

  it.each([undefined, 'no-such-rule'])('refuses "ineligible" under no ground of its own (%s)', (rule) => {
    const story = received();
    expect(story.decide('ineligible', 'thu-ky', 'Lý do', rule)).toBe('RULE_REQUIRED');
    expect(story.open).toHaveLength(1);
  });

  it('wants a reason for what ends or returns a nomination, and none for finding it eligible', () => {
    const story = received();
    expect(story.decide('ineligible', 'thu-ky', ' ', 'violation')).toBe('REASON_REQUIRED');
    expect(story.decide('return', 'thu-ky', null)).toBe('REASON_REQUIRED');
    expect(story.decide('eligible', 'thu-ky', null)).toBeNull();
  });

  it('returns a dossier once, goes on with the time it has left, and then no longer offers a return', () => {
    const story = received();
    story.at = vn('2025-06-06 12:30');
    expect(story.decide('return', 'thu-ky', 'Thiếu biên bản')).toBeNull();
    expect(story.file.state).toBe('RETURNED');
    story.act({ kind: 'complete', documents: [] }, { at: vn('2025-06-11 12:30') });
    expect(story.standing).toMatchObject({ stage: 'appraisal', state: 'RECEIVED', dueAt: vn('2025-06-16 17:00') });
    expect(story.decide('return')).toBe('RETURNS_EXHAUSTED');
  });

  it('hands the task to whom it is delegated, where the rule allows it', () => {
    const story = received();
    const taskId = story.open[0]?.id ?? '';
    expect(story.act({ kind: 'delegate', taskId, toPersonId: 'dong-nghiep' })).toBeNull();
    expect(story.open).toMatchObject([{ personId: 'dong-nghiep', actingForId: 'thu-ky', kind: 'appraisal' }]);
    expect(received({ allowDelegation: false }).open[0]?.choices).toEqual(['eligible', 'ineligible', 'return']);
  });

  it('stops its clock for a hold, refuses answers meanwhile, and can be withdrawn', () => {
    const story = received();
    const authority = 'Cơ quan điều tra';
    story.act({ kind: 'hold', holdId: 'h1', authority }, { at: vn('2025-06-05 17:00') });
    expect(story.decide('eligible')).toBe('HELD');
    story.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: vn('2025-06-12 08:00') });
    expect(story.plan.dueAt).toBe(vn('2025-06-17 17:00'));
    expect(story.act({ kind: 'withdraw' })).toBeNull();
    expect(story.file.state).toBe('WITHDRAWN');
  });

  it('goes to the superior when nobody answers', () => {
    const story = received();
    story.wakeUntil('close');
    expect(story.asked()).toEqual(['chu-quan']);
    expect(story.open[0]?.choices).toContain('eligible');
  });

  it('refers up where its level only endorses and nothing follows in it', () => {
    const stages = [intake(), review(), appraisal({ level: 'grassroots' }), decision('district'), publication];
    const story = CaseStory.received({ rules: ruleSet({ stages }) });
    story.decide('approve');
    story.decide('eligible');
    expect(story.file.outcomes).toMatchObject([{ level: 'grassroots', outcome: 'REFER_UP' }]);
    expect(story.standing).toMatchObject({ stage: 'decision', state: 'APPRAISED' });
  });
});
