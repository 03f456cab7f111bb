import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import type { RuleSet } from '../route/rule-set.ts';
import { CaseStory } from './case-story.fixture.ts';
import { decision, directory, intake, panel, publication, ruleSet, wait, type Staffing } from './case.fixture.ts';

const authority = 'Cơ quan điều tra';
const always = { from: 0, to: vn('2099-01-01 00:00'), reason: 'Nghỉ dài ngày' };
const story = (staffing: Staffing = {}, file: { readonly nomineeReference?: string } = {}): CaseStory =>
  CaseStory.received({ people: directory(staffing), file });

/** All three members of the district must agree. */
const allOfThree = (changes: Partial<Parameters<typeof panel>[1]> = {}): RuleSet =>
  ruleSet({ stages: [intake(), panel({ kind: 'all' }, changes), decision('district'), publication] });
const panelled = (changes: Partial<Parameters<typeof panel>[1]> = {}): CaseStory => CaseStory.received({ rules: allOfThree(changes) });
const taskOf = (told: CaseStory, personId: string): string => told.open.find((task) => task.personId === personId)?.id ?? 'none';

describe('a conflict of interest', () => {
  it('closes the seat, gives it to the superior on the clock it has, and keeps the person out', () => {
    const told = story();
    const dueAt = told.plan.dueAt;
    told.at = vn('2025-06-05 09:00');
    expect(told.act({ kind: 'conflict', taskId: taskOf(told, 'truong') })).toBeNull();
    expect(told.file.tasks[0]).toMatchObject({ state: 'conflicted', closedByAct: 'a1' });
    expect(told.open).toMatchObject([{ personId: 'pho-quan', seat: 0, own: null }]);
    expect(told.plan.dueAt).toBe(dueAt);
    expect(told.file.conflicts).toEqual([{ personId: 'truong', declaredAt: told.at, liftedAt: null }]);
    expect(told.entries.at(-1)).toMatchObject({ action: 'conflict-declared', actor: 'truong', facts: { personId: 'truong' } });
    expect(told.act({ kind: 'reassign', taskId: taskOf(told, 'pho-quan'), toPersonId: 'truong' }, { actor: 'operator:1' })).toBe(
      'CONFLICT_OF_INTEREST',
    );
    expect(told.act({ kind: 'delegate', taskId: taskOf(told, 'pho-quan'), toPersonId: 'truong' })).toBe('CONFLICT_OF_INTEREST');
  });

  it('gives the seat to the running substitute where that one is free of conflict', () => {
    const told = story({ substitutions: [{ post: 'phuong-01/head', personId: 'dong-nghiep', ...always }] });
    expect(told.asked()).toEqual(['dong-nghiep']);
    told.act({ kind: 'conflict', taskId: taskOf(told, 'dong-nghiep') });
    expect(told.asked()).toEqual(['truong']);
    told.act({ kind: 'conflict', taskId: taskOf(told, 'truong') });
    expect(told.asked()).toEqual(['pho-quan']);
  });

  it('closes every seat of the person, and asks nobody twice where the superior was asked already', () => {
    const told = story();
    told.wakeUntil('escalate');
    told.act({ kind: 'conflict', taskId: taskOf(told, 'pho-quan') });
    expect(told.asked()).toEqual(['truong']);
  });

  it('passes over the person at every later stage, also when silence is handed over', () => {
    const told = story();
    told.act({ kind: 'conflict', taskId: taskOf(told, 'truong') });
    told.act({ kind: 'conflict', taskId: taskOf(told, 'pho-quan') });
    expect(told.asked()).toEqual(['chu-quan']);
    told.decide('approve', 'chu-quan');
    told.act({ kind: 'conflict', taskId: taskOf(told, 'chu-quan') });
    expect(told.asked()).toEqual(['ban-thi-dua']);
  });

  it('may be declared while the case is held', () => {
    const told = story();
    told.act({ kind: 'hold', holdId: 'h1', authority });
    expect(told.act({ kind: 'conflict', taskId: taskOf(told, 'truong') })).toBeNull();
    expect(told.asked()).toEqual(['pho-quan']);
  });

  it('is declared by the one who is asked, or by an operator; by nobody else', () => {
    const told = story();
    const taskId = taskOf(told, 'truong');
    expect(told.act({ kind: 'conflict', taskId }, { actor: 'pho-quan' })).toBe('NOT_YOUR_TASK');
    expect(told.act({ kind: 'conflict', taskId }, { actor: 'operator:1' })).toBeNull();
    expect(told.file.conflicts).toMatchObject([{ personId: 'truong' }]);
  });

  it('blocks, visibly, where nobody free of it is left', () => {
    const told = story({ topmost: ['phuong-01/head'] });
    expect(() => told.act({ kind: 'conflict', taskId: taskOf(told, 'truong') })).toThrow('NOBODY_HOLDS_POST: phuong-01/head');
  });

  it('is lifted by a second person without one, never by the person', () => {
    const told = story();
    told.act({ kind: 'conflict', taskId: taskOf(told, 'truong') });
    told.act({ kind: 'conflict', taskId: taskOf(told, 'pho-quan') });
    expect(told.act({ kind: 'lift-conflict', personId: 'truong' }, { actor: 'truong' })).toBe('SECOND_PERSON_REQUIRED');
    expect(told.act({ kind: 'lift-conflict', personId: 'truong' }, { actor: 'pho-quan' })).toBe('SECOND_PERSON_REQUIRED');
    expect(told.act({ kind: 'lift-conflict', personId: 'truong' }, { actor: 'chu-quan' })).toBeNull();
    expect(told.entries.at(-1)).toMatchObject({ action: 'conflict-lifted', actor: 'chu-quan', reason: 'Lý do' });
    expect(told.act({ kind: 'lift-conflict', personId: 'truong' }, { actor: 'chu-quan' })).toBe('INVALID_ACT');
    expect(told.act({ kind: 'reassign', taskId: taskOf(told, 'chu-quan'), toPersonId: 'truong' }, { actor: 'operator:1' })).toBeNull();
    expect(told.decide('approve', 'truong')).toBeNull();
  });
});

describe('the nominee', () => {
  it.each(['truong', 'TRUONG@example.vn'])('is never asked about their own nomination (known as %s)', (nomineeReference) => {
    const told = story({}, { nomineeReference });
    expect(told.asked()).toEqual(['pho-quan']);
    expect(told.act({ kind: 'reassign', taskId: taskOf(told, 'pho-quan'), toPersonId: 'truong' }, { actor: 'operator:1' })).toBe(
      'CONFLICT_OF_INTEREST',
    );
  });

  it('is passed over as a substitute, and the holder asked', () => {
    const substitutions = [{ post: 'phuong-01/head', personId: 'dong-nghiep', ...always }];
    expect(story({ substitutions }, { nomineeReference: 'dong-nghiep' }).asked()).toEqual(['truong']);
  });
});

describe('"not me"', () => {
  it('asks the superior of the post on the clock it has, and closes the task as declined', () => {
    const told = story();
    const { dueAt } = told.plan;
    expect(told.act({ kind: 'not-me', taskId: taskOf(told, 'truong') }, { at: vn('2025-06-05 09:00') })).toBeNull();
    expect(told.file.tasks[0]?.state).toBe('declined');
    expect(told.open).toMatchObject([{ personId: 'pho-quan', actingForId: null }]);
    expect(told.plan.dueAt).toBe(dueAt);
    expect(told.decide('approve', 'pho-quan')).toBeNull();
  });

  it('is refused at the top, to others, while held and after the closing', () => {
    const top = story({ topmost: ['phuong-01/head'] });
    const taskId = taskOf(top, 'truong');
    expect(top.act({ kind: 'not-me', taskId })).toBe('NOBODY_HOLDS_POST');
    expect(top.act({ kind: 'not-me', taskId }, { actor: 'pho-quan' })).toBe('NOT_YOUR_TASK');
    expect(top.act({ kind: 'not-me', taskId }, { at: top.plan.closesAt })).toBe('DEADLINE_PASSED');
    top.act({ kind: 'hold', holdId: 'h1', authority });
    expect(top.act({ kind: 'not-me', taskId })).toBe('HELD');
  });
});

describe('more time', () => {
  const granting = (): CaseStory => panelled({ moreTime: { workingDays: 3, times: 2 } });

  it('moves the deadline of the one who asks, and of nobody else', () => {
    const told = granting();
    const taskId = taskOf(told, 'uy-vien-1');
    expect(told.act({ kind: 'more-time', taskId, time: 1 })).toBeNull();
    expect(told.plan.dueAt).toBe(vn('2025-06-11 17:00'));
    expect(told.open.map(({ own }) => own?.plan?.dueAt ?? null)).toEqual([vn('2025-06-16 17:00'), null, null]);
    expect(told.entries.at(-1)).toMatchObject({ action: 'more-time-granted', facts: { taskId, workingDays: 3, time: 1 } });
  });

  it('is granted as often as the rule says, once for each request', () => {
    const told = granting();
    const taskId = taskOf(told, 'uy-vien-1');
    expect(told.act({ kind: 'more-time', taskId, time: 1 })).toBeNull();
    expect(told.act({ kind: 'more-time', taskId, time: 1 })).toBe('MORE_TIME_REFUSED');
    expect(told.act({ kind: 'more-time', taskId, time: 2 })).toBeNull();
    expect(told.act({ kind: 'more-time', taskId, time: 3 })).toBe('MORE_TIME_REFUSED');
  });

  it('is refused where the rules grant none, and to a returned dossier', () => {
    const told = panelled();
    expect(told.act({ kind: 'more-time', taskId: taskOf(told, 'uy-vien-1'), time: 1 })).toBe('MORE_TIME_REFUSED');
    const back = granting();
    back.decide('return');
    expect(back.act({ kind: 'more-time', taskId: back.open[0]?.id ?? '', time: 1 })).toBe('MORE_TIME_REFUSED');
  });
});

describe('an extension for one person', () => {
  it('plans reminders again and sends none a second time', () => {
    const told = panelled();
    told.wakeUntil('remind');
    const taskId = taskOf(told, 'uy-vien-1');
    told.act({ kind: 'extend', workingDays: 4, taskId }, { actor: 'operator:1' });
    while (told.standing.next && told.at < vn('2025-06-17 17:00')) told.wake();
    const reminded = told.mails.filter(({ kind, subjectKey }) => kind === 'reminder' && subjectKey === taskId);
    expect(reminded.map(({ occurrence }) => occurrence)).toEqual([0, 1, 2, 3]);
    expect(new Set(told.mails.map((mail) => `${mail.subjectKey} ${mail.kind} ${String(mail.occurrence)}`)).size).toBe(told.mails.length);
  });

  it('is told that person and nobody else', () => {
    const told = panelled();
    told.act({ kind: 'extend', workingDays: 4, taskId: taskOf(told, 'uy-vien-1') }, { actor: 'operator:1' });
    expect(told.mails.filter(({ kind }) => kind === 'notice').map(({ personId }) => personId)).toEqual(['uy-vien-1']);
  });

  it('keeps the task open after the others’ time is over, and closes it at its own', () => {
    const told = panelled({
      timeout: { kind: 'hand-over', to: 'superior' },
      wait: wait(5, { remindAt: [], escalateAfter: null, closesAfter: 0 }),
    });
    const taskId = taskOf(told, 'uy-vien-1');
    told.act({ kind: 'extend', workingDays: 2, taskId }, { actor: 'operator:1' });
    told.decide('approve', 'uy-vien-2');
    told.wakeUntil('close');
    expect(told.at).toBe(vn('2025-06-11 17:00'));
    expect(told.asked()).toEqual(['uy-vien-1', 'chu-quan']);
    expect(told.act({ kind: 'decide', taskId, choice: 'approve', number: null, signedOn: null })).toBeNull();
    told.decide('approve', 'chu-quan');
    expect(told.standing.stage).toBe('decision');
  });

  it('lets the stage’s clock say nothing once only extended people are asked', () => {
    const told = panelled({ timeout: { kind: 'lapse' } });
    told.act({ kind: 'extend', workingDays: 10, taskId: taskOf(told, 'uy-vien-1') }, { actor: 'operator:1' });
    told.decide('approve', 'uy-vien-2');
    told.decide('approve', 'uy-vien-3');
    told.wakeUntil('close');
    expect(told.at).toBe(vn('2025-07-02 17:00'));
    expect(told.file.state).toBe('LAPSED');
  });

  it('stands still while held, moves on with a general extension, and goes with the seat when it is handed on', () => {
    const told = panelled();
    told.act({ kind: 'extend', workingDays: 2, taskId: taskOf(told, 'uy-vien-1') }, { actor: 'operator:1' });
    told.act({ kind: 'hold', holdId: 'h1', authority }, { at: vn('2025-06-05 17:00') });
    expect(told.open[0]?.own?.plan).toBeNull();
    told.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: vn('2025-06-12 08:00') });
    expect(told.open[0]?.own?.plan?.dueAt).toBe(vn('2025-06-19 17:00'));
    told.act({ kind: 'extend', workingDays: 1 }, { actor: 'operator:1' });
    expect(told.open[0]?.own?.plan?.dueAt).toBe(vn('2025-06-20 17:00'));
    told.act({ kind: 'delegate', taskId: taskOf(told, 'uy-vien-1'), toPersonId: 'dong-nghiep' });
    expect(told.open.find(({ personId }) => personId === 'dong-nghiep')?.own?.plan?.dueAt).toBe(vn('2025-06-20 17:00'));
  });

  it('is not lost by a return: whoever is asked once the dossier is back has the time that was left', () => {
    const told = CaseStory.received();
    const taskId = taskOf(told, 'truong');
    told.act({ kind: 'extend', workingDays: 2, taskId }, { actor: 'operator:1' });
    const shared = told.plan.closesAt;
    told.act({ kind: 'decide', taskId, choice: 'return', number: null, signedOn: null }, { at: shared });
    expect(told.act({ kind: 'complete', documents: [] }, { actor: 'source:unit' })).toBeNull();
    expect(told.asked()).toEqual(['truong']);
    expect(told.plan.closesAt).toBe(shared + 2 * 86_400_000);
    expect(told.decide('approve')).toBeNull();
  });

  it('names a task that is open, and a whole number of days', () => {
    const told = panelled();
    expect(told.act({ kind: 'extend', workingDays: 2, taskId: 'none' })).toBe('NOT_YOUR_TASK');
    expect(told.act({ kind: 'extend', workingDays: 0, taskId: taskOf(told, 'uy-vien-1') })).toBe('INVALID_ACT');
  });
});
