import { describe, expect, it } from '@jest/globals';
import { vietNam, vn } from '../calendar/calendars.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { ruleSet, ungrouped } from './case.fixture.ts';

describe('withdrawing', () => {
  const atCity = (story: CaseStory): CaseStory => {
    story.decide('approve');
    story.decide('refer-up');
    return story;
  };

  it('ends the case while it waits, is returned or is held', () => {
    const returned = CaseStory.received({ file: { documents: [] } });
    for (const story of [CaseStory.received(), returned, CaseStory.received({}, ['h1']), atCity(CaseStory.received())]) {
      expect(story.act({ kind: 'withdraw' }, { actor: 'source:phuong-01', reason: 'Gửi nhầm' })).toBeNull();
      expect(story.file).toMatchObject({ state: 'WITHDRAWN', endedAt: story.at, wait: null, suspended: null });
      expect(story.open).toEqual([]);
      expect(story.mails.at(-1)).toMatchObject({ kind: 'result', occasion: { state: 'WITHDRAWN', reason: 'Gửi nhầm' } });
      expect(story.events.at(-1)?.type).toBe('laurel.nomination.withdrawn.v1');
    }
  });

  it('closes open tasks as withdrawn', () => {
    const story = CaseStory.received();
    story.act({ kind: 'withdraw' });
    expect(story.file.tasks).toMatchObject([{ state: 'withdrawn', closedByAct: 'a1' }]);
  });

  it('is too late once decided', () => {
    const story = CaseStory.received();
    story.decide('approve');
    story.decide('approve');
    expect(story.act({ kind: 'withdraw' })).toBe('TOO_LATE_TO_WITHDRAW');
    story.wakeUntil('publish');
    expect(story.act({ kind: 'withdraw' })).toBe('CASE_ENDED');
  });

  it('is too late at the final level where the rule says so', () => {
    const story = CaseStory.received({ rules: ruleSet({ withdrawUntil: 'final-level' }) });
    story.decide('approve');
    story.decide('refer-up');
    expect(story.act({ kind: 'withdraw' })).toBe('TOO_LATE_TO_WITHDRAW');
  });

  it('is too late once a lower level has given its award', () => {
    const story = CaseStory.received({ rules: ungrouped() });
    story.decide('approve');
    story.decide('approve-and-refer-up');
    expect(story.act({ kind: 'withdraw' })).toBe('TOO_LATE_TO_WITHDRAW');
  });
});

describe('terminating', () => {
  it('ends the case wherever it is', () => {
    const decided = CaseStory.received();
    decided.decide('approve');
    decided.decide('approve');
    for (const story of [new CaseStory(), CaseStory.received(), CaseStory.received({}, ['h1']), decided]) {
      expect(story.act({ kind: 'terminate' }, { actor: 'operator:k1', reason: 'Lỗi dữ liệu' })).toBeNull();
      expect(story.file).toMatchObject({ state: 'TERMINATED', endedAt: story.at, wait: null });
      expect(story.entries.at(-1)).toMatchObject({ action: 'terminated', actor: 'operator:k1', reason: 'Lỗi dữ liệu' });
      expect(story.mailsOf('result')).toEqual(['can-bo']);
    }
  });
});

describe('an ended case', () => {
  it('takes no act any more', () => {
    const story = CaseStory.received();
    story.decide('reject');
    const bodies = [
      { kind: 'complete', documents: [] },
      { kind: 'withdraw' },
      { kind: 'hold', holdId: 'h1', authority: 'Thanh tra' },
      { kind: 'extend', workingDays: 1 },
      { kind: 'campaign-dates' },
      { kind: 'recalculate', calendarVersion: '2' },
      { kind: 'terminate' },
    ] as const;
    for (const body of bodies) expect(story.act(body)).toBe('CASE_ENDED');
    expect(story.wake()).toBeNull();
  });
});

describe('extending', () => {
  it('moves the due and closing instants and keeps the numbers of reminders', () => {
    const story = CaseStory.received();
    story.wakeUntil('remind');
    story.wakeUntil('remind');
    expect(story.act({ kind: 'extend', workingDays: 3 })).toBeNull();
    expect(story.plan).toMatchObject({ dueAt: vn('2025-06-16 17:00'), closesAt: vn('2025-06-23 17:00') });
    expect(story.entries.at(-1)).toMatchObject({ action: 'deadline-extended', facts: { workingDays: 3, dueAt: vn('2025-06-16 17:00') } });
    story.wakeUntil('remind');
    expect(story.at).toBe(vn('2025-06-16 08:30'));
    expect(story.mails.filter(({ kind }) => kind === 'reminder').map(({ occurrence }) => occurrence)).toEqual([0, 1, 2]);
  });

  it('does not tell the superior a second time', () => {
    const story = CaseStory.received();
    story.wakeUntil('escalate');
    story.act({ kind: 'extend', workingDays: 5 });
    expect(story.standing.next).toEqual({ step: 'close', at: vn('2025-06-25 17:00') });
  });

  it('is told at once to everybody who is asked, each extension once, with the new date', () => {
    const story = CaseStory.received();
    const told = (): readonly object[] => story.mails.filter(({ kind }) => kind === 'notice');
    story.act({ kind: 'extend', workingDays: 2 });
    const [task] = story.open;
    expect(told()).toMatchObject([{ subjectKey: task?.id, taskId: task?.id, personId: task?.personId, occasion: { is: 'review' } }]);
    story.act({ kind: 'extend', workingDays: 3 });
    expect(told()).toHaveLength(2);
    expect(new Set(story.mails.map((mail) => `${mail.subjectKey} ${mail.kind} ${String(mail.occurrence)}`)).size).toBe(story.mails.length);
  });

  it('is told nobody while a hold has stopped the clock: there is no date to tell', () => {
    const story = CaseStory.received({}, ['h1']);
    story.act({ kind: 'extend', workingDays: 2 });
    expect(story.mails.filter(({ kind }) => kind === 'notice')).toEqual([]);
  });

  it('saves a wait whose close is due and not yet recorded', () => {
    const story = CaseStory.received();
    story.wakeUntil('escalate');
    story.act({ kind: 'extend', workingDays: 1 }, { at: vn('2025-06-18 17:30') });
    expect(story.decide('approve')).toBeNull();
  });

  it('works on a clock that a hold has stopped', () => {
    const story = CaseStory.received({}, ['h1']);
    expect(story.act({ kind: 'extend', workingDays: 2 })).toBeNull();
    expect(story.standing.next).toBeNull();
    story.act({ kind: 'lift-hold', holdId: 'h1', authority: 'Thanh tra', outcome: 'cleared' });
    expect(story.plan.dueAt).toBe(vn('2025-06-13 17:00'));
  });

  it('wants whole working days and somebody who is waited for', () => {
    const story = CaseStory.received();
    for (const workingDays of [0, -1, 1.5, Number.NaN]) expect(story.act({ kind: 'extend', workingDays })).toBe('INVALID_ACT');
    story.decide('approve');
    story.decide('approve');
    expect(story.act({ kind: 'extend', workingDays: 1 })).toBe('INVALID_ACT');
  });
});

describe('dates', () => {
  it('move by a recalculation alone, to the calendar that it names', () => {
    const story = CaseStory.received();
    story.calendar = vietNam(['2025-06-10']);
    expect(story.act({ kind: 'recalculate', calendarVersion: '2' })).toBeNull();
    expect(story.file.calendarVersion).toBe('2');
    expect(story.plan).toMatchObject({ dueAt: vn('2025-06-12 17:00'), closesAt: vn('2025-06-19 17:00') });
    const facts = { closedBefore: vn('2025-06-18 17:00'), closesAt: vn('2025-06-19 17:00') };
    expect(story.entries.at(-1)).toMatchObject({ action: 'deadlines-recalculated', facts });
  });

  it('of a review stay when the season’s dates change', () => {
    const story = CaseStory.received();
    const { plan } = story;
    story.file = { ...story.file, campaignClosesAt: vn('2025-06-05 10:00') };
    story.act({ kind: 'campaign-dates' });
    expect(story.plan).toEqual(plan);
  });

  it('of a completion follow the season, back and forth', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    const close = (campaignClosesAt: number | null): void => {
      story.file = { ...story.file, campaignClosesAt };
      story.act({ kind: 'campaign-dates' });
    };
    close(vn('2025-06-05 10:00'));
    expect(story.standing.next).toEqual({ step: 'close', at: vn('2025-06-05 10:00') });
    close(null);
    expect(story.plan.closesAt).toBe(vn('2025-06-11 17:00'));
    story.at = vn('2025-06-06 10:00');
    close(story.at);
    expect(story.wake()).toBe('close');
    expect(story.file.state).toBe('LAPSED');
  });
});

describe('the audit chain', () => {
  it('has one line for each number that a case counts', () => {
    const story = CaseStory.received();
    const seqs = [story.file.seq];
    story.wakeUntil('escalate');
    seqs.push(story.file.seq);
    story.decide('approve');
    seqs.push(story.file.seq);
    story.decide('approve');
    story.wakeUntil('publish');
    seqs.push(story.file.seq);
    expect(seqs).toEqual([1, 6, 8, 11]);
    expect(story.entries.map(({ action }) => action)).toEqual([
      'received',
      'reminded',
      'reminded',
      'reminded',
      'reminded',
      'escalated',
      'decided',
      'referred-up',
      'decided',
      'awarded',
      'published',
    ]);
    expect(story.entries.filter(({ actor }) => actor !== 'system').map(({ actId }) => actId)).toEqual(['a1', 'a1', 'a2', 'a2']);
    expect(story.mailsOf('result')).toEqual(['can-bo']);
  });
});
