import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import type { Choice, RefusalCode } from './case-file.ts';
import { CaseStory } from './case-story.fixture.ts';
import { directory, ruleSet, wait } from './case.fixture.ts';

const press = (story: CaseStory, taskId: string, choice: Exclude<Choice, 'delegate' | 'complete'> = 'approve'): RefusalCode | null =>
  story.act({ kind: 'decide', taskId, choice, number: null, signedOn: null });

describe('a decision is refused', () => {
  it('when there is no such task', () => {
    expect(press(CaseStory.received(), 'n1-9-9')).toBe('NOT_YOUR_TASK');
  });

  it('when the task does not offer the choice', () => {
    expect(press(CaseStory.received(), 'n1-1-0', 'refer-up')).toBe('CHOICE_NOT_ALLOWED');
    const returned = CaseStory.received({ file: { documents: [] } });
    expect(press(returned, returned.open[0]?.id ?? '')).toBe('CHOICE_NOT_ALLOWED');
  });

  it('when it needs a reason and has none', () => {
    const story = CaseStory.received();
    for (const reason of [null, '', '  ']) {
      expect(story.decide('reject', 'truong', reason)).toBe('REASON_REQUIRED');
      expect(story.decide('return', 'truong', reason)).toBe('REASON_REQUIRED');
    }
    expect(story.decide('approve', 'truong', null)).toBeNull();
  });

  it('from the closing instant on, and not a millisecond before', () => {
    const story = CaseStory.received();
    story.at = vn('2025-06-18 17:00');
    expect(story.decide('approve')).toBe('DEADLINE_PASSED');
    story.at -= 1;
    expect(story.decide('approve')).toBeNull();
  });

  it('between the due instant and the closing instant: not at all', () => {
    const story = CaseStory.received();
    story.at = vn('2025-06-12 07:00');
    expect(story.decide('approve')).toBeNull();
  });

  it('while the nominee is held, also when the closing instant has passed', () => {
    const story = CaseStory.received({}, ['h1']);
    expect(story.decide('approve')).toBe('HELD');
    expect(story.decide('return')).toBe('HELD');
    story.at = vn('2025-07-18 17:00');
    expect(story.decide('approve')).toBe('HELD');
  });

  it('when the task was closed by an act', () => {
    const story = CaseStory.received();
    story.decide('approve');
    expect(press(story, 'n1-1-0')).toBe('ALREADY_DECIDED');
    expect(press(story, 'n1-1-0', 'reject')).toBe('ALREADY_DECIDED');
  });

  it('when the case has ended, by what became of the task', () => {
    const story = CaseStory.received();
    story.act({ kind: 'withdraw' });
    expect(press(story, 'n1-1-0')).toBe('ALREADY_DECIDED');
    expect(press(story, 'n1-9-9')).toBe('NOT_YOUR_TASK');
    const silent = CaseStory.received({ file: { documents: [] } });
    const taskId = silent.open[0]?.id ?? '';
    silent.wakeUntil('close');
    expect(press(silent, taskId)).toBe('DEADLINE_PASSED');
  });

  it('when it returns once too often', () => {
    const story = CaseStory.received();
    story.decide('return');
    story.act({ kind: 'complete', documents: [] });
    expect(story.decide('return')).toBe('RETURNS_EXHAUSTED');
    const never = CaseStory.received({ rules: ruleSet({ completion: { maxReturns: 0, wait: wait(5) } }) });
    expect(never.decide('return')).toBe('RETURNS_EXHAUSTED');
    expect(never.decide('approve')).toBeNull();
  });

  it('without a trace', () => {
    const story = CaseStory.received();
    const before = structuredClone(story.file);
    press(story, 'n1-1-0', 'refer-up');
    story.decide('reject', 'truong', null);
    expect(story.file).toEqual(before);
    expect(story.entries).toHaveLength(1);
  });
});

describe('handing a task on', () => {
  it('delegates to a colleague, who acts for whoever was asked', () => {
    const story = CaseStory.received();
    expect(story.act({ kind: 'delegate', taskId: 'n1-1-0', toPersonId: 'dong-nghiep' })).toBeNull();
    expect(story.file.tasks).toMatchObject([
      { id: 'n1-1-0', state: 'delegated', closedByAct: 'a1' },
      { state: 'open', personId: 'dong-nghiep', actingForId: 'truong', post: 'phuong-01/head', seat: 0 },
    ]);
    expect(story.mails.at(-1)).toMatchObject({ kind: 'assignment', personId: 'dong-nghiep', occasion: { is: 'review' } });
    expect(press(story, 'n1-1-0')).toBe('ALREADY_DECIDED');
    expect(story.decide('approve', 'dong-nghiep')).toBeNull();
    expect(story.entries.at(-1)).toMatchObject({ actor: 'dong-nghiep', actingFor: 'truong' });
  });

  it('keeps the clock, and sends the delegate no reminder that is past', () => {
    const story = CaseStory.received();
    story.wakeUntil('remind');
    const { plan } = story;
    story.act({ kind: 'delegate', taskId: 'n1-1-0', toPersonId: 'dong-nghiep' });
    expect(story.plan).toEqual(plan);
    story.wakeUntil('remind');
    expect(story.mails.at(-1)).toMatchObject({ personId: 'dong-nghiep', occurrence: 1 });
  });

  it('refuses to delegate where the stage does not allow it, to reassign it does not', () => {
    const rules = ruleSet();
    const stages = rules.stages.map((stage) => (stage.kind === 'review' ? { ...stage, allowDelegation: false } : stage));
    const story = CaseStory.received({ rules: { ...rules, stages } });
    expect(story.act({ kind: 'delegate', taskId: 'n1-1-0', toPersonId: 'dong-nghiep' })).toBe('CHOICE_NOT_ALLOWED');
    expect(story.act({ kind: 'reassign', taskId: 'n1-1-0', toPersonId: 'dong-nghiep' })).toBeNull();
    expect(story.file.tasks[0]?.state).toBe('reassigned');
  });

  it('refuses somebody unknown, oneself, and whoever has a voice in the stage already', () => {
    const story = CaseStory.received();
    for (const toPersonId of ['khong-ai', 'truong'])
      expect(story.act({ kind: 'delegate', taskId: 'n1-1-0', toPersonId })).toBe('INVALID_ACT');
    story.wakeUntil('escalate');
    expect(story.act({ kind: 'delegate', taskId: 'n1-1-0', toPersonId: 'pho-quan' })).toBe('INVALID_ACT');
  });

  it('refuses who filed the nomination, whoever hands it on: who files does not decide', () => {
    const story = CaseStory.received();
    for (const kind of ['delegate', 'reassign'] as const)
      expect(story.act({ kind, taskId: 'n1-1-0', toPersonId: story.file.officerId })).toBe('CONFLICT_OF_INTEREST');
    expect(story.open).toMatchObject([{ id: 'n1-1-0', personId: 'truong' }]);
  });

  it('passes over who filed the nomination as a substitute: the holder is asked, or the superior where nobody holds the post', () => {
    const away = { post: 'phuong-01/head', personId: 'can-bo', from: 0, to: vn('2025-12-31 00:00'), reason: 'Đi học' };
    const asked = (vacant: readonly string[]) => CaseStory.received({ people: directory({ substitutions: [away], vacant }) }).open;
    expect(asked([])).toMatchObject([{ personId: 'truong', actingForId: null }]);
    expect(asked(['phuong-01/head'])).toMatchObject([{ personId: 'pho-quan' }]);
  });

  it('may come back to whoever handed it on', () => {
    const story = CaseStory.received();
    story.act({ kind: 'delegate', taskId: 'n1-1-0', toPersonId: 'dong-nghiep' });
    expect(story.act({ kind: 'delegate', taskId: story.open[0]?.id ?? '', toPersonId: 'truong' })).toBeNull();
    expect(story.open).toMatchObject([{ personId: 'truong', actingForId: 'dong-nghiep' }]);
  });

  it('gives a completion to another officer with what is missing', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    story.act({ kind: 'reassign', taskId: story.open[0]?.id ?? '', toPersonId: 'truong' });
    expect(story.mails.at(-1)).toMatchObject({
      personId: 'truong',
      occasion: { is: 'completion', missing: [{ vi: 'Báo cáo thành tích' }] },
    });
  });

  it('gives a completion back to the officer who filed: completing is not deciding', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    story.act({ kind: 'reassign', taskId: story.open[0]?.id ?? '', toPersonId: 'truong' });
    expect(story.act({ kind: 'reassign', taskId: story.open[0]?.id ?? '', toPersonId: 'can-bo' })).toBeNull();
    expect(story.open).toMatchObject([{ personId: 'can-bo', kind: 'completion' }]);
  });

  it('goes to the running substitute from the start', () => {
    const away = { post: 'phuong-01/head', personId: 'dong-nghiep', from: 0, to: vn('2025-12-31 00:00'), reason: 'Đi học' };
    const story = CaseStory.received({ people: directory({ substitutions: [away] }) });
    expect(story.open).toMatchObject([{ personId: 'dong-nghiep', actingForId: 'truong' }]);
  });
});
