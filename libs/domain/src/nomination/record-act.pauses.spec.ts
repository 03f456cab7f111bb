import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import type { RefusalCode } from './case-file.ts';
import { CaseStory } from './case-story.fixture.ts';
import { intake, REPORT, review, ruleSet } from './case.fixture.ts';

const authority = 'Cơ quan điều tra';
const hold = (story: CaseStory, holdId: string, at: string): RefusalCode | null =>
  story.act({ kind: 'hold', holdId, authority }, { at: vn(at) });
const lift = (story: CaseStory, holdId: string, at: string): RefusalCode | null =>
  story.act({ kind: 'lift-hold', holdId, authority, outcome: 'cleared' }, { at: vn(at) });
const complete = (story: CaseStory, at: string, documents = [REPORT]): RefusalCode | null =>
  story.act({ kind: 'complete', documents }, { at: vn(at) });

/** Returned by the reviewer on Friday at half past noon: one and a half of five working days are used. */
const returned = (): CaseStory => {
  const story = CaseStory.received();
  story.wakeUntil('remind');
  story.at = vn('2025-06-06 12:30');
  story.decide('return', 'truong', 'Thiếu xác nhận của thôn');
  return story;
};

describe('a return', () => {
  it('asks the officer with the reviewer’s reason, and stops the clock of the review', () => {
    const story = returned();
    expect(story.file).toMatchObject({ state: 'RETURNED', returns: 1, stageIndex: 1, suspended: { stageIndex: 1, completed: false } });
    expect(story.file.suspended?.clock).toMatchObject({ runningSince: null, pauses: ['return'], usedMs: 13.5 * 3_600_000 });
    expect(story.file.tasks[0]).toMatchObject({ state: 'decided', choice: 'return' });
    expect(story.mails.at(-1)).toMatchObject({
      personId: 'can-bo',
      occasion: { is: 'completion', missing: [], reason: 'Thiếu xác nhận của thôn' },
    });
    expect(story.standing).toMatchObject({ stage: 'completion', dueAt: vn('2025-06-13 17:00') });
  });

  it('resumes the clock where it stopped, and asks the reviewer anew', () => {
    const story = returned();
    expect(complete(story, '2025-06-11 12:30')).toBeNull();
    expect(story.file).toMatchObject({
      state: 'RECEIVED',
      returns: 1,
      suspended: null,
      wait: { clock: { usedMs: 13.5 * 3_600_000, pauses: [] } },
    });
    expect(story.open).toMatchObject([{ stage: 'unit-review', personId: 'truong', round: 1, remindersSent: [] }]);
    expect(story.file.tasks[1]).toMatchObject({ kind: 'completion', state: 'completed' });
    // Used: 5 June whole, 6 June until 12:30; left: three and a half days from 11 June at 12:30.
    expect(story.plan.dueAt).toBe(vn('2025-06-16 17:00'));
  });

  it('reminds the reviewer of the new task only when a reminder is still to come', () => {
    const story = returned();
    complete(story, '2025-06-12 12:30');
    expect(story.file.wait?.remindersDone).toEqual([0]);
    expect(story.standing.next).toEqual({ step: 'remind', at: vn('2025-06-16 08:30') });
  });

  it('waits on while parts are missing', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    expect(complete(story, '2025-06-05 09:00', [{ ...REPORT, kind: 'photo' }])).toBeNull();
    expect(story.file).toMatchObject({ state: 'RETURNED', documents: [{ kind: 'photo' }] });
    expect(story.entries.at(-1)).toMatchObject({ action: 'completed', facts: { documents: 1, stillMissing: 1 } });
    expect(complete(story, '2025-06-06 09:00')).toBeNull();
    expect(story.file).toMatchObject({ state: 'RECEIVED', stageIndex: 1, documents: [{ kind: 'photo' }, { kind: 'achievement-report' }] });
  });

  it('at intake lets the first review’s clock start when the dossier is complete', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    complete(story, '2025-06-06 09:00');
    expect(story.file.wait?.clock.startedAt).toBe(vn('2025-06-06 09:00'));
    expect(story.plan.dueAt).toBe(vn('2025-06-13 17:00'));
  });

  it('replaces documents of the kinds that are given', () => {
    const story = returned();
    complete(story, '2025-06-09 09:00', [{ ...REPORT, name: 'ban-moi.pdf' }]);
    expect(story.file.documents).toEqual([{ ...REPORT, name: 'ban-moi.pdf' }]);
  });

  it('takes a completion that was sent in time and is read after the close, as long as no lapse is recorded', () => {
    const story = returned();
    expect(complete(story, '2025-06-13 17:00')).toBeNull();
    expect(story.file.state).toBe('RECEIVED');
  });

  it('is completed only while it waits for that', () => {
    const story = CaseStory.received();
    expect(complete(story, '2025-06-05 09:00')).toBe('NOT_RETURNED');
  });
});

describe('a hold', () => {
  it('stops the clock and every wake, and lifting it lets the clock run on', () => {
    const story = CaseStory.received();
    hold(story, 'h1', '2025-06-06 12:30');
    expect(story.standing).toMatchObject({ held: true, next: null, dueAt: null });
    expect(story.wake()).toBeNull();
    lift(story, 'h1', '2025-06-23 12:30');
    expect(story.standing).toMatchObject({ held: false, dueAt: vn('2025-06-26 17:00') });
    expect(story.decide('approve')).toBeNull();
  });

  it('does not send a second time what was sent before it', () => {
    const story = CaseStory.received();
    story.wakeUntil('remind');
    hold(story, 'h1', '2025-06-06 12:30');
    lift(story, 'h1', '2025-06-23 12:30');
    expect(story.standing.next).toEqual({ step: 'remind', at: vn('2025-06-25 08:30') });
    story.wakeUntil('remind');
    expect(story.mails.at(-1)).toMatchObject({ kind: 'reminder', occurrence: 1 });
  });

  it('is one of a set: the clock runs again when the last is lifted', () => {
    const story = CaseStory.received();
    hold(story, 'h1', '2025-06-05 12:00');
    hold(story, 'h2', '2025-06-09 12:00');
    lift(story, 'h1', '2025-06-10 12:00');
    expect(story.standing.held).toBe(true);
    expect(story.file.wait?.plan).toBeNull();
    lift(story, 'h2', '2025-06-12 12:00');
    expect(story.standing).toMatchObject({ held: false, dueAt: vn('2025-06-18 17:00') });
  });

  it('is placed once, and lifted only when it is there', () => {
    const story = CaseStory.received({}, ['h1']);
    expect(hold(story, 'h1', '2025-06-05 12:00')).toBe('INVALID_ACT');
    expect(lift(story, 'h2', '2025-06-05 12:00')).toBe('NOT_HELD');
    expect(lift(story, 'h1', '2025-06-05 12:00')).toBeNull();
    expect(lift(story, 'h1', '2025-06-05 12:00')).toBe('NOT_HELD');
  });

  it('stops a completion too, and a dossier completed meanwhile goes on when it is lifted', () => {
    const story = returned();
    hold(story, 'h1', '2025-06-09 08:00');
    expect(story.wake()).toBeNull();
    expect(complete(story, '2025-07-01 08:00')).toBeNull();
    expect(story.file).toMatchObject({ state: 'RETURNED', suspended: { completed: true } });
    expect(lift(story, 'h1', '2025-07-02 12:30')).toBeNull();
    expect(story.file).toMatchObject({ state: 'RECEIVED', suspended: null });
    expect(story.plan.dueAt).toBe(vn('2025-07-07 17:00'));
  });

  it('gives a completion its remaining time back', () => {
    const story = returned();
    hold(story, 'h1', '2025-06-10 08:00');
    lift(story, 'h1', '2025-06-20 08:00');
    expect(story.plan.closesAt).toBe(vn('2025-06-25 17:00'));
    expect(story.open).toMatchObject([{ kind: 'completion' }]);
  });

  it('blocks a reopening while it lasts, also of a case that ended under it, and is lifted after the end too', () => {
    for (const end of ['withdraw', 'terminate'] as const) {
      const story = CaseStory.received({}, ['h1', 'h2']);
      expect(story.act({ kind: end })).toBeNull();
      const reopened = () => story.act({ kind: 'reopen', stage: 'unit-review' }, { reason: 'Đã có kết luận' });
      expect(lift(story, 'h1', '2025-06-05 12:00')).toBeNull();
      expect(story.entries.at(-1)).toMatchObject({ action: 'hold-lifted', facts: { holdId: 'h1', outcome: 'cleared' } });
      expect(story.standing).toMatchObject({ held: true, next: null });
      expect(reopened()).toBe('HELD');
      expect(lift(story, 'h2', '2025-06-06 12:00')).toBeNull();
      expect(story.file).toMatchObject({ endedAt: expect.any(Number), holds: [], wait: null });
      expect(lift(story, 'h2', '2025-06-06 12:00')).toBe('NOT_HELD');
      expect(reopened()).toBeNull();
      expect(story.standing).toMatchObject({ state: 'RECEIVED', held: false, next: expect.anything() });
    }
  });

  it('that is lifted after the end of a dossier completed meanwhile lets nothing go on by itself', () => {
    const story = returned();
    hold(story, 'h1', '2025-06-09 08:00');
    complete(story, '2025-07-01 08:00');
    story.act({ kind: 'withdraw' });
    lift(story, 'h1', '2025-07-02 12:30');
    expect(story.file).toMatchObject({ state: 'WITHDRAWN', holds: [] });
    expect(story.open).toEqual([]);
  });

  it('comes before the first step too', () => {
    const story = new CaseStory({ rules: ruleSet({ stages: [intake(), review()] }) });
    expect(hold(story, 'h1', '2025-06-04 10:00')).toBeNull();
    story.receive(['h1']);
    expect(story.file.holds).toEqual(['h1']);
    expect(story.standing.next).toBeNull();
  });
});
