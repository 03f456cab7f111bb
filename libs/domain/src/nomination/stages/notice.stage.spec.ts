import { describe, expect, it } from '@jest/globals';
import { vietNam, vn } from '../../calendar/calendars.fixture.ts';
import type { NoticeStage } from '../../route/rule-set.ts';
import { CaseStory } from '../case-story.fixture.ts';
import { appraisal, decision, intake, notice, publication, ruleSet } from '../case.fixture.ts';

const authority = 'Cơ quan điều tra';

/** Published on Wednesday 4 June: ten working days, that day counted, end on Tuesday 17 June at the close of the office. */
const ENDS_AT = vn('2025-06-17 17:00');

const published = (changes: Partial<NoticeStage> = {}): CaseStory => {
  const stages = [intake(), appraisal(), notice(changes), decision('district'), decision('city'), publication];
  const story = CaseStory.received({ rules: ruleSet({ stages }) });
  story.decide('eligible');
  return story;
};

describe('a public notice', () => {
  it('asks nobody, ends where the calendar says, and tells the nominator', () => {
    const story = published();
    expect(story.open).toEqual([]);
    expect(story.file.noticeEndsAt).toBe(ENDS_AT);
    expect(story.standing).toMatchObject({ stage: 'notice', state: 'ON_NOTICE', next: { step: 'close', at: ENDS_AT } });
    expect(story.mails.at(-1)).toMatchObject({ kind: 'notice', personId: 'can-bo', occasion: { is: 'notice', endsAt: ENDS_AT } });
  });

  it('goes on by itself once it has fully elapsed, not a millisecond before', () => {
    const story = published();
    const { file, context } = story;
    story.wake();
    expect(story.at).toBe(ENDS_AT);
    expect(story.standing).toMatchObject({ stage: 'decision', state: 'APPRAISED' });
    expect(story.file.noticeEndsAt).toBe(ENDS_AT);
    expect(file.tasks.filter(({ kind }) => kind === 'decision')).toEqual([]);
    expect(context.at).toBeLessThan(ENDS_AT);
  });

  it('puts a feedback before the secretariat within its own time, and waits for the answer after the end', () => {
    const story = published();
    story.feedback(vn('2025-06-17 16:59'));
    expect(story.open).toMatchObject([
      { personId: 'thu-ky', seat: 1, choices: ['answer'], own: { plan: { dueAt: vn('2025-06-20 17:00') } } },
    ]);
    expect(story.mails.at(-1)?.occasion).toEqual({ is: 'feedback-answer' });
    expect(story.standing.next?.step).toBe('remind');
    story.at = vn('2025-06-18 09:00');
    expect(story.decide('answer', 'thu-ky', null)).toBe('REASON_REQUIRED');
    expect(story.decide('answer', 'thu-ky', 'Đã trả lời công dân')).toBeNull();
    expect(story.standing.stage).toBe('decision');
  });

  it('waits for its end when the feedback was answered before', () => {
    const story = published();
    story.feedback(vn('2025-06-05 09:00'));
    story.decide('answer', 'thu-ky', 'Đã trả lời');
    expect(story.standing).toMatchObject({ stage: 'notice', next: { step: 'close', at: ENDS_AT } });
  });

  it('does not go on past a feedback that came in the last second and is still on its way', () => {
    const story = published();
    story.file = { ...story.file, feedbackReceived: 1 };
    story.at = ENDS_AT;
    expect(story.wake()).toBeNull();
    expect(story.act({ kind: 'feedback', number: 1 }, { at: ENDS_AT + 5_000, actor: 'source:public' })).toBeNull();
    expect(story.asked()).toEqual(['thu-ky']);
    story.decide('answer', 'thu-ky', 'Đã trả lời');
    expect(story.standing.stage).toBe('decision');
  });

  it('hears each feedback once, answers each, and none after it is over', () => {
    const story = published();
    story.feedback();
    story.feedback();
    expect(story.act({ kind: 'feedback', number: 2 }, { actor: 'source:public' })).toBe('INVALID_ACT');
    expect(story.open.map(({ seat }) => seat)).toEqual([1, 2]);
    story.decide('answer', 'thu-ky', 'Một');
    story.wakeUntil('remind');
    expect(story.asked()).toEqual(['thu-ky']);
    story.decide('answer', 'thu-ky', 'Hai');
    story.wakeUntil('close');
    expect(story.feedback()).toBe('NO_NOTICE');
  });

  it('runs on during a hold and goes on only when it is lifted; the answer’s time stands still', () => {
    const story = published();
    story.feedback(vn('2025-06-05 09:00'));
    story.act({ kind: 'hold', holdId: 'h1', authority }, { at: vn('2025-06-05 17:00') });
    expect(story.standing).toMatchObject({ held: true, next: null });
    expect(story.decide('answer')).toBe('HELD');
    story.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: vn('2025-06-20 08:00') });
    expect(story.file.noticeEndsAt).toBe(ENDS_AT);
    expect(story.open[0]?.own?.plan?.dueAt).toBe(vn('2025-06-24 17:00'));
    story.decide('answer', 'thu-ky', 'Đã trả lời');
    expect(story.standing.stage).toBe('decision');
  });

  it('hears feedback while the case is held', () => {
    const story = published();
    story.act({ kind: 'hold', holdId: 'h1', authority });
    expect(story.feedback()).toBeNull();
    expect(story.open[0]?.own).toMatchObject({ plan: null, clock: { pauses: ['hold:h1'] } });
  });

  it('completes at once when the hold that outlasted it is lifted', () => {
    const story = published();
    story.act({ kind: 'hold', holdId: 'h1', authority });
    story.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: vn('2025-07-01 08:00') });
    expect(story.wake()).toBe('close');
    expect(story.standing.stage).toBe('decision');
  });

  it('hands an unanswered feedback to the superior, and still waits', () => {
    const story = published();
    story.feedback(vn('2025-06-05 09:00'));
    story.wakeUntil('close');
    expect(story.at).toBe(vn('2025-06-17 17:00'));
    expect(story.asked()).toEqual(['chu-quan']);
    expect(story.standing.stage).toBe('notice');
  });

  it('moves its end with an extension and with a recalculation, and remembers it', () => {
    const story = published();
    story.act({ kind: 'extend', workingDays: 2 });
    expect(story.file.noticeEndsAt).toBe(vn('2025-06-19 17:00'));
    story.calendar = vietNam(['2025-06-12']);
    story.act({ kind: 'recalculate', calendarVersion: '2' });
    expect(story.file.noticeEndsAt).toBe(vn('2025-06-20 17:00'));
  });

  it('can be withdrawn in the middle, with its feedback', () => {
    const story = published();
    story.feedback();
    expect(story.act({ kind: 'withdraw' })).toBeNull();
    expect(story.file).toMatchObject({ state: 'WITHDRAWN', wait: null });
    expect(story.open).toEqual([]);
  });
});

describe('a nomination that is published again after a reopening', () => {
  const reopen = { kind: 'reopen', stage: 'district-appraisal' } as const;

  it('tells the nominator again, and puts the feedback that was left unanswered before the secretariat', () => {
    const story = published();
    story.feedback(vn('2025-06-05 09:00'));
    story.decide('answer', 'thu-ky', 'Đã trả lời');
    story.feedback(vn('2025-06-06 09:00'));
    expect(story.act(reopen, { actor: 'operator:k1' })).toBeNull();
    expect(story.standing).toMatchObject({ stage: 'appraisal', state: 'RECEIVED' });
    story.decide('eligible');
    expect(story.open).toMatchObject([{ kind: 'notice', seat: 2, state: 'open' }]);
    const notices = story.mails.filter(({ kind }) => kind === 'notice').map(({ occurrence }) => occurrence);
    expect(new Set(notices).size).toBe(2);
    story.decide('answer', 'thu-ky', 'Đã trả lời');
    expect(story.standing).toMatchObject({ stage: 'notice', next: { step: 'close', at: story.file.noticeEndsAt } });
    story.wakeUntil('close');
    expect(story.standing.stage).toBe('decision');
  });

  it('hears a feedback that was counted and whose act was refused meanwhile', () => {
    const story = published();
    story.file = { ...story.file, feedbackReceived: 1 };
    story.act(reopen, { actor: 'operator:k1' });
    expect(story.act({ kind: 'feedback', number: 1 }, { actor: 'source:public' })).toBe('NO_NOTICE');
    story.decide('eligible');
    expect(story.open).toMatchObject([{ kind: 'notice', seat: 1 }]);
    expect(story.act({ kind: 'feedback', number: 1 }, { actor: 'source:public' })).toBe('INVALID_ACT');
  });
});
