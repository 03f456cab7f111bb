import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import type { RuleSet, TimeoutPolicy } from '../route/rule-set.ts';
import { CaseStory } from './case-story.fixture.ts';
import { AGAIN, decision, directory, intake, panel, publication, review, ruleSet, ungrouped, wait } from './case.fixture.ts';
import { closeOverdue } from './timeout.ts';

const reviewed = (timeout: TimeoutPolicy, changes: Partial<RuleSet> = {}): RuleSet =>
  ruleSet({ stages: [intake(), review({ timeout }), decision('district'), decision('city'), publication], ...changes });

const mailKeys = (story: CaseStory): readonly string[] =>
  story.mails.map(({ subjectKey, personId, kind, occurrence }) => `${subjectKey} ${personId} ${kind} ${String(occurrence)}`);

describe('a wait that closes', () => {
  it('does nothing before its instant', () => {
    const story = CaseStory.received();
    story.wakeUntil('escalate');
    story.at = vn('2025-06-18 17:00') - 1;
    expect(closeOverdue(story.file, story.context)).toBeNull();
    expect(story.decide('approve')).toBeNull();
  });

  it('does nothing to a case that is held or has ended', () => {
    const story = CaseStory.received();
    story.wakeUntil('escalate');
    story.act({ kind: 'hold', holdId: 'h1', authority: 'Thanh tra' });
    story.at = vn('2025-07-18 17:00');
    expect(closeOverdue(story.file, story.context)).toBeNull();
    story.act({ kind: 'terminate' });
    expect(closeOverdue(story.file, story.context)).toBeNull();
  });
});

describe('lapse', () => {
  it('ends the case when nobody decides', () => {
    const story = CaseStory.received({ rules: reviewed({ kind: 'lapse' }) });
    story.wakeUntil('close');
    expect(story.at).toBe(vn('2025-06-18 17:00'));
    expect(story.file).toMatchObject({ state: 'LAPSED', endedAt: story.at, wait: null });
    expect(story.file.tasks.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
    expect(story.mails.at(-1)).toMatchObject({ kind: 'result', occasion: { state: 'LAPSED' } });
    expect(story.events.slice(-3).map(({ type }) => type)).toEqual([
      'laurel.task.lapsed.v1',
      'laurel.task.lapsed.v1',
      'laurel.nomination.lapsed.v1',
    ]);
  });

  it('ends a returned dossier that is not completed, whatever the stage would do', () => {
    const story = CaseStory.received();
    story.decide('return');
    story.wakeUntil('close');
    expect(story.file).toMatchObject({ state: 'LAPSED', suspended: null });
    expect(story.entries.at(-1)).toMatchObject({ action: 'lapsed', facts: { stage: 'completion' } });
  });

  it('leaves an award standing that a lower level gave', () => {
    const stages = [intake(), review(), decision('district'), decision('city', { timeout: { kind: 'lapse' } }), publication];
    const story = CaseStory.received({ rules: ungrouped({ stages }) });
    story.decide('approve');
    story.decide('approve-and-refer-up');
    story.wakeUntil('close');
    expect(story.file.state).toBe('DECIDED');
    story.wakeUntil('publish');
    expect(story.file.state).toBe('CONFERRED');
    expect(story.events.map(({ type }) => type)).not.toContain('laurel.nomination.lapsed.v1');
  });
});

describe('hand-over', () => {
  const handedOver = (story: CaseStory): CaseStory => {
    story.wakeUntil('close');
    return story;
  };

  it('asks whoever stands above those who were silent, on a fresh clock', () => {
    const story = handedOver(CaseStory.received({ rules: reviewed({ kind: 'hand-over', to: 'superior' }) }));
    expect(story.asked()).toEqual(['chu-quan']);
    expect(story.open).toMatchObject([
      { stage: 'unit-review', seat: 0, actingForId: 'pho-quan', choices: ['approve', 'reject', 'return', 'delegate'] },
    ]);
    expect(story.file.tasks.slice(0, 2).map(({ state }) => state)).toEqual(['handed-over', 'handed-over']);
    expect(story.file.wait).toMatchObject({ clock: { startedAt: story.at, usedMs: 0 }, escalated: false, timeouts: 0, remindersDone: [] });
    expect(story.plan.dueAt).toBe(vn('2025-06-25 17:00'));
  });

  it('asks the superior directly when nothing was escalated', () => {
    const rules = ruleSet({
      stages: [intake(), review({ wait: wait(5, { escalateAfter: null }) }), decision('district'), decision('city'), publication],
    });
    const story = handedOver(CaseStory.received({ rules }));
    expect(story.open).toMatchObject([{ personId: 'pho-quan', actingForId: 'truong' }]);
    expect(story.decide('approve')).toBeNull();
    expect(story.asked()).toEqual(['chu-quan']);
  });

  it('asks the same person anew where nobody stands above, with mails that were never sent', () => {
    const story = handedOver(CaseStory.received({ people: directory({ topmost: ['phuong-01/head'] }) }));
    expect(story.asked()).toEqual(['truong']);
    for (let i = 0; i < 3; i++) handedOver(story);
    expect(new Set(mailKeys(story)).size).toBe(story.mails.length);
    expect(story.mailsOf('reminder')).toHaveLength(16);
    expect(story.file.endedAt).toBeNull();
  });

  it('asks the highest of the silent anew when nobody stands above them', () => {
    const story = handedOver(CaseStory.received({ people: directory({ topmost: ['district/vice-chairman'] }) }));
    expect(story.open).toMatchObject([{ personId: 'pho-quan', actingForId: 'truong', remindersSent: [] }]);
  });

  it('prefers the running substitute where the rule says so, then the superior', () => {
    const away = {
      post: 'phuong-01/head',
      personId: 'dong-nghiep',
      from: vn('2025-06-16 00:00'),
      to: vn('2025-12-31 00:00'),
      reason: 'Nghỉ ốm',
    };
    const setting = { rules: reviewed({ kind: 'hand-over', to: 'substitute' }), people: directory({ substitutions: [away] }) };
    const story = handedOver(CaseStory.received(setting));
    expect(story.open).toMatchObject([{ personId: 'dong-nghiep', actingForId: 'truong', post: 'phuong-01/head' }]);
    handedOver(story);
    expect(story.asked()).toEqual(['chu-quan']);
  });

  it('hands over the silent seats alone, each to one person', () => {
    const stages = [
      intake(),
      review(),
      panel({ kind: 'all' }, { timeout: { kind: 'hand-over', to: 'superior' } }),
      decision('district'),
      decision('city'),
      publication,
    ];
    const story = CaseStory.received({ rules: ruleSet({ stages }) });
    story.decide('approve');
    story.decide('approve', 'uy-vien-2');
    handedOver(story);
    expect(story.open.map(({ seat, personId }) => [seat, personId])).toEqual([
      [0, 'chu-quan'],
      [2, 'ban-thi-dua'],
    ]);
    story.decide('approve', 'chu-quan');
    expect(story.decide('approve', 'ban-thi-dua')).toBeNull();
    expect(story.file.stageIndex).toBe(3);
  });

  it('refuses whoever was silent too long', () => {
    const story = CaseStory.received();
    const taskId = story.open[0]?.id ?? '';
    handedOver(story);
    expect(story.act({ kind: 'decide', taskId, choice: 'approve', number: null, signedOn: null })).toBe('DEADLINE_PASSED');
  });
});

describe('escalating again', () => {
  const atDistrict = (timeout: TimeoutPolicy = AGAIN): CaseStory => {
    const stages = [intake(), review(), decision('district', { timeout, wait: wait(5) }), decision('city'), publication];
    const story = CaseStory.received({ rules: ruleSet({ stages }) });
    story.decide('approve');
    return story;
  };

  it('mails everyone who is asked once more, with a later close each time', () => {
    const story = atDistrict();
    story.wakeUntil('close');
    expect(story.at).toBe(vn('2025-06-18 17:00'));
    expect(story.mails.slice(-2)).toMatchObject([
      { kind: 'escalation', occurrence: 1, personId: 'chu-quan' },
      { kind: 'escalation', occurrence: 1, personId: 'ban-thi-dua' },
    ]);
    expect(story.plan).toMatchObject({ dueAt: vn('2025-06-11 17:00'), closesAt: vn('2025-06-20 17:00') });
    story.wakeUntil('close');
    expect(story.plan.closesAt).toBe(vn('2025-06-24 17:00'));
    expect(new Set(mailKeys(story)).size).toBe(story.mails.length);
  });

  it('hands over when it has escalated often enough', () => {
    const story = atDistrict();
    for (let i = 0; i < 3; i++) story.wakeUntil('close');
    expect(story.entries.at(-1)?.action).toBe('handed-over');
    expect(story.asked()).toEqual(['pho-tp']);
    expect(story.file.wait?.timeouts).toBe(0);
  });

  it('lapses then, where the rule says so', () => {
    const story = atDistrict({ kind: 'escalate-again', times: 1, everyWorkingDays: 2, then: 'lapse' });
    story.wakeUntil('close');
    expect(story.file.state).toBe('RECEIVED');
    story.wakeUntil('close');
    expect(story.file.state).toBe('LAPSED');
  });

  it('goes on counting after a hold, an extension and a return', () => {
    const story = atDistrict();
    story.wakeUntil('close');
    story.act({ kind: 'extend', workingDays: 3 });
    expect(story.plan.closesAt).toBe(vn('2025-06-25 17:00'));
    story.act({ kind: 'hold', holdId: 'h1', authority: 'Thanh tra' }, { at: vn('2025-06-19 08:00') });
    story.act({ kind: 'lift-hold', holdId: 'h1', authority: 'Thanh tra', outcome: 'cleared' }, { at: vn('2025-06-23 08:00') });
    expect(story.plan.closesAt).toBe(vn('2025-06-27 17:00'));
    story.decide('return', 'chu-quan');
    story.act({ kind: 'complete', documents: [] }, { at: vn('2025-06-25 08:00') });
    expect(story.plan.closesAt).toBe(vn('2025-07-01 17:00'));
    expect(story.file.wait?.timeouts).toBe(1);
    story.wakeUntil('close');
    expect(story.mails.at(-1)).toMatchObject({ kind: 'escalation', occurrence: 2 });
  });
});
