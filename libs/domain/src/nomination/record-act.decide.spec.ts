import { describe, expect, it } from '@jest/globals';
import { rehearsal, vn } from '../calendar/calendars.fixture.ts';
import type { ReviewerRule, RuleSet } from '../route/rule-set.ts';
import { CaseStory } from './case-story.fixture.ts';
import { decision, intake, panel, publication, review, ruleSet, SUBMITTED_AT, ungrouped } from './case.fixture.ts';

const atDistrict = (rules: RuleSet = ruleSet()): CaseStory => {
  const story = CaseStory.received({ rules });
  story.decide('approve');
  return story;
};

const beforePanel = (rule: ReviewerRule): CaseStory =>
  atDistrict(ruleSet({ stages: [intake(), review(), panel(rule), decision('district'), decision('city'), publication] }));

describe('a review at a level that only endorses', () => {
  it('refers up by approval, to the next level with its people and a new clock', () => {
    const story = CaseStory.received();
    story.at = vn('2025-06-06 09:00');
    expect(story.decide('approve')).toBeNull();
    expect(story.file).toMatchObject({
      state: 'RECEIVED',
      stageIndex: 2,
      outcomes: [{ level: 'grassroots', outcome: 'REFER_UP', decidedAt: story.at }],
    });
    expect(story.open).toMatchObject([{ stage: 'district-decision', kind: 'decision', level: 'district', personId: 'chu-quan' }]);
    expect(story.file.wait).toMatchObject({ clock: { startedAt: story.at, usedMs: 0 } });
    expect(story.plan.dueAt).toBe(vn('2025-06-20 17:00'));
    expect(story.lines).toEqual([]);
    expect(story.entries.slice(-2).map(({ action, actor }) => [action, actor])).toEqual([
      ['decided', 'truong'],
      ['referred-up', 'truong'],
    ]);
  });

  it('ends as not qualified by rejection, with the reason told', () => {
    const story = CaseStory.received();
    expect(story.decide('reject', 'truong', 'Chưa đủ gương mẫu')).toBeNull();
    expect(story.file).toMatchObject({
      state: 'NOT_QUALIFIED',
      outcomes: [{ outcome: 'NOT_QUALIFIED' }],
      tasks: [{ state: 'decided', choice: 'reject' }],
    });
    expect(story.mails.at(-1)).toMatchObject({ kind: 'result', occasion: { state: 'NOT_QUALIFIED', reason: 'Chưa đủ gương mẫu' } });
  });

  it('goes on inside its level when the level has another stage', () => {
    const second = review({ key: 'unit-council', reviewers: ['phuong-01/officer'] });
    const story = CaseStory.received({
      rules: ruleSet({ stages: [intake(), review(), second, decision('district'), decision('city'), publication] }),
    });
    story.decide('approve');
    expect(story.file).toMatchObject({ stageIndex: 2, outcomes: [] });
    story.decide('approve');
    expect(story.file).toMatchObject({ stageIndex: 3, outcomes: [{ level: 'grassroots', outcome: 'REFER_UP' }] });
  });
});

describe('several reviewers', () => {
  it('one: the first act closes, whatever it says', () => {
    const approved = beforePanel({ kind: 'one' });
    approved.decide('approve', 'uy-vien-2');
    expect(approved.asked()).toEqual(['chu-quan']);
    const rejected = beforePanel({ kind: 'one' });
    rejected.decide('reject', 'uy-vien-3');
    expect(rejected.file.state).toBe('NOT_QUALIFIED');
  });

  it('all: approves with the last, rejects with the first rejection', () => {
    const story = beforePanel({ kind: 'all' });
    story.decide('approve', 'uy-vien-3');
    story.decide('approve', 'uy-vien-1');
    expect(story.asked()).toEqual(['uy-vien-2']);
    story.decide('approve', 'uy-vien-2');
    expect(story.file.outcomes).toHaveLength(1);
    expect(story.asked()).toEqual(['chu-quan']);
    const other = beforePanel({ kind: 'all' });
    other.decide('approve', 'uy-vien-1');
    other.decide('reject', 'uy-vien-2');
    expect(other.file.state).toBe('NOT_QUALIFIED');
    expect(other.file.tasks.at(-1)).toMatchObject({ personId: 'uy-vien-3', state: 'superseded', closedByAct: 'a3' });
  });

  it('k of n: approves at k, rejects once k cannot be reached', () => {
    const story = beforePanel({ kind: 'k-of-n', k: 2 });
    story.decide('reject', 'uy-vien-1');
    story.decide('approve', 'uy-vien-2');
    expect(story.file.state).toBe('RECEIVED');
    story.decide('approve', 'uy-vien-3');
    expect(story.asked()).toEqual(['chu-quan']);
    const other = beforePanel({ kind: 'k-of-n', k: 2 });
    other.decide('reject', 'uy-vien-1');
    other.decide('reject', 'uy-vien-2');
    expect(other.file.state).toBe('NOT_QUALIFIED');
  });

  it('counts seats, not people: a superior and a delegate fill the seat of whom they stand in for', () => {
    const story = beforePanel({ kind: 'k-of-n', k: 2 });
    story.act({ kind: 'delegate', taskId: story.open[1]?.id ?? '', toPersonId: 'dong-nghiep' });
    story.wakeUntil('escalate');
    expect(story.open.map(({ seat, personId }) => [seat, personId])).toEqual([
      [0, 'uy-vien-1'],
      [2, 'uy-vien-3'],
      [1, 'dong-nghiep'],
      [0, 'pho-quan'],
      [2, 'chu-quan'],
      [1, 'pho-quan'],
    ]);
    story.decide('approve', 'pho-quan');
    expect(story.open.map(({ seat, personId }) => [seat, personId])).toEqual([
      [2, 'uy-vien-3'],
      [1, 'dong-nghiep'],
      [2, 'chu-quan'],
      [1, 'pho-quan'],
    ]);
    story.decide('reject', 'dong-nghiep');
    expect(story.asked()).toEqual(['uy-vien-3', 'chu-quan']);
    story.decide('approve', 'chu-quan');
    expect(story.file).toMatchObject({ stageIndex: 3, state: 'RECEIVED' });
    expect(story.entries.at(-1)).toMatchObject({ action: 'decided', actor: 'chu-quan', actingFor: 'uy-vien-3' });
  });

  it('return by any of them returns, and everyone is asked again', () => {
    const story = beforePanel({ kind: 'all' });
    story.decide('approve', 'uy-vien-1');
    story.decide('return', 'uy-vien-2', 'Thiếu xác nhận');
    expect(story.file.state).toBe('RETURNED');
    story.act({ kind: 'complete', documents: [] });
    expect(story.asked()).toEqual(['uy-vien-1', 'uy-vien-2', 'uy-vien-3']);
    story.decide('approve', 'uy-vien-2');
    story.decide('approve', 'uy-vien-3');
    expect(story.asked()).toEqual(['uy-vien-1']);
  });
});

describe('the authority of an awarding level', () => {
  it('awards here', () => {
    const story = atDistrict();
    expect(story.decide('approve')).toBeNull();
    expect(story.file).toMatchObject({ state: 'DECIDED', stageIndex: 4, wait: null, endedAt: null });
    expect(story.file.outcomes.at(-1)).toEqual({ level: 'district', outcome: 'AWARD_HERE', decidedAt: story.at });
    expect(story.lines).toEqual([
      {
        level: 'district',
        outcome: 'AWARD_HERE',
        award: 'ntvt-district',
        issuer: 'district/chairman',
        signerId: 'chu-quan',
        number: null,
        numberScope: null,
        signedOn: '2025-06-04',
        actId: 'a2',
      },
    ]);
  });

  it('keeps the number and the date that the paper bears', () => {
    const story = atDistrict();
    const taskId = story.open[0]?.id ?? '';
    story.act({ kind: 'decide', taskId, choice: 'approve', number: '123/QĐ-UBND', signedOn: '2025-06-02' });
    expect(story.lines).toMatchObject([{ number: '123/QĐ-UBND', signedOn: '2025-06-02' }]);
  });

  it('signs on the civil date of its zone, or of UTC on a calendar without a zone', () => {
    const hanoi = atDistrict();
    hanoi.at = vn('2025-06-06 00:30');
    hanoi.decide('approve');
    expect(hanoi.lines[0]?.signedOn).toBe('2025-06-06');
    const seconds = atDistrict(ruleSet({ calendar: rehearsal() }));
    seconds.decide('approve');
    expect(seconds.lines[0]?.signedOn).toBe('2025-06-04');
  });

  it('signs in the name of the post of the nominating unit where the rule says so', () => {
    const own = decision('district', { authority: '@unit/head' });
    const story = atDistrict(ruleSet({ stages: [intake(), review(), own, decision('city'), publication] }));
    story.decide('approve');
    expect(story.lines).toMatchObject([{ issuer: 'phuong-01/head', signerId: 'truong' }]);
  });

  it('refers up without a line of its own', () => {
    const story = atDistrict();
    expect(story.decide('refer-up')).toBeNull();
    expect(story.file.outcomes.map(({ level, outcome }) => [level, outcome])).toEqual([
      ['grassroots', 'REFER_UP'],
      ['district', 'REFER_UP'],
    ]);
    expect(story.asked()).toEqual(['chu-tp']);
    expect(story.lines).toEqual([]);
  });

  it('rejects with a line without an award', () => {
    const story = atDistrict();
    story.decide('reject');
    expect(story.file).toMatchObject({ state: 'NOT_QUALIFIED', endedAt: SUBMITTED_AT });
    expect(story.lines).toMatchObject([{ outcome: 'NOT_QUALIFIED', award: null }]);
  });

  it('offers to award and refer up only where the exclusion group allows', () => {
    expect(atDistrict().open[0]?.choices).toEqual(['approve', 'refer-up', 'reject', 'return', 'delegate']);
    expect(atDistrict().decide('approve-and-refer-up')).toBe('CHOICE_NOT_ALLOWED');
    expect(atDistrict(ungrouped()).open[0]?.choices).toContain('approve-and-refer-up');
  });

  it('does not refer up from the highest level', () => {
    const story = atDistrict();
    story.decide('refer-up');
    expect(story.open[0]?.choices).toEqual(['approve', 'reject', 'return', 'delegate']);
    expect(story.decide('refer-up')).toBe('CHOICE_NOT_ALLOWED');
  });

  it('keeps the award that it gave when the level above says no', () => {
    const story = atDistrict(ungrouped());
    story.decide('approve-and-refer-up');
    expect(story.file).toMatchObject({ state: 'RECEIVED', stageIndex: 3 });
    story.decide('reject');
    expect(story.file).toMatchObject({ state: 'DECIDED', endedAt: null });
    expect(story.mailsOf('result')).toEqual([]);
    story.wakeUntil('publish');
    expect(story.file.state).toBe('CONFERRED');
    expect(story.file.outcomes.map(({ outcome }) => outcome)).toEqual(['REFER_UP', 'AWARD_HERE_AND_REFER_UP', 'NOT_QUALIFIED']);
    expect(story.lines.map(({ award }) => award)).toEqual(['ntvt-district', null]);
  });
});
