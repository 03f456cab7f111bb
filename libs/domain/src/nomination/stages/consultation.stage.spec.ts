import { describe, expect, it } from '@jest/globals';
import { vn } from '../../calendar/calendars.fixture.ts';
import type { ConsultationStage } from '../../route/rule-set.ts';
import { CaseStory } from '../case-story.fixture.ts';
import { consultation, decision, directory, intake, publication, ruleSet } from '../case.fixture.ts';

const asked = (changes: Partial<ConsultationStage> = {}, topmost: readonly string[] = []): CaseStory => {
  const stages = [intake(), consultation(changes), decision('district'), decision('city'), publication];
  return CaseStory.received({ rules: ruleSet({ stages }), people: directory({ topmost }) });
};

describe('a consultation', () => {
  it('asks all bodies at once, on a reply clock of their own', () => {
    const story = asked();
    expect(story.open).toMatchObject([
      { personId: 'uy-vien-1', seat: 0, choices: ['agree', 'object'] },
      { personId: 'uy-vien-2', seat: 1, choices: ['agree', 'object'] },
    ]);
    expect(story.mails.map(({ occasion }) => occasion.is)).toEqual(['consultation', 'consultation']);
    expect(story.standing).toMatchObject({ stage: 'consultation', state: 'CONSULTING', dueAt: vn('2025-06-11 17:00') });
  });

  it('goes on when every body has agreed, and not before', () => {
    const story = asked();
    story.decide('agree', 'uy-vien-1', null);
    expect(story.standing.stage).toBe('consultation');
    story.decide('agree', 'uy-vien-2', null);
    expect(story.standing).toMatchObject({ stage: 'decision', state: 'RECEIVED' });
  });

  it('wants a reason for an objection, and puts it before the one who answers, when all have spoken', () => {
    const story = asked();
    expect(story.decide('object', 'uy-vien-1', null)).toBe('REASON_REQUIRED');
    story.decide('object', 'uy-vien-1', 'Đang có khiếu nại');
    expect(story.asked()).toEqual(['uy-vien-2']);
    story.at = vn('2025-06-06 10:00');
    story.decide('agree', 'uy-vien-2', null);
    expect(story.open).toMatchObject([{ personId: 'thu-ky', seat: 2, choices: ['answer', 'uphold'] }]);
    expect(story.mails.at(-1)?.occasion).toEqual({ is: 'objection-answer' });
    expect(story.standing).toMatchObject({ state: 'CONSULTING', dueAt: vn('2025-06-10 17:00') });
  });

  it('goes on once the objection is answered; upheld, the nomination is not qualified', () => {
    for (const [choice, state] of [
      ['answer', 'RECEIVED'],
      ['uphold', 'NOT_QUALIFIED'],
    ] as const) {
      const story = asked();
      story.decide('object', 'uy-vien-1', 'Chưa rõ');
      story.decide('agree', 'uy-vien-2', null);
      expect(story.decide(choice, 'thu-ky', null)).toBe('REASON_REQUIRED');
      expect(story.decide(choice, 'thu-ky', 'Đã xác minh')).toBeNull();
      expect(story.file.state).toBe(state);
    }
  });

  it.each([
    ['agree', 'decision', []],
    ['object', 'consultation', ['thu-ky']],
  ] as const)('reminds the silent, then counts silence as "%s" and says so in the audit', (onSilence, stage, next) => {
    const story = asked({ onSilence }, ['district/member-1', 'district/member-2']);
    story.decide('agree', 'uy-vien-1', null);
    expect(story.wake()).toBe('remind');
    expect(story.mailsOf('reminder')).toEqual(['uy-vien-2']);
    story.wakeUntil('close');
    expect(story.at).toBe(vn('2025-06-18 17:00'));
    expect(story.standing.stage).toBe(stage);
    expect(story.asked().filter((person) => person === 'thu-ky')).toEqual(next);
    expect(story.entries).toContainEqual(
      expect.objectContaining({
        action: 'silence-counted',
        actor: 'system',
        facts: { taskId: 'n1-1-1', post: 'district/member-2', as: onSilence },
      }),
    );
    expect(story.file.tasks[1]).toMatchObject({ state: 'lapsed', choice: onSilence });
  });

  it('takes no answer after its silence was counted', () => {
    const story = asked();
    const late = story.open[0]?.id ?? '';
    story.wakeUntil('close');
    expect(story.act({ kind: 'decide', taskId: late, choice: 'object', number: null, signedOn: null })).toBe('DEADLINE_PASSED');
  });

  it('counts each silent body once, also where its superior was asked as well', () => {
    const story = asked();
    story.wakeUntil('escalate');
    expect(story.asked()).toEqual(['uy-vien-1', 'uy-vien-2', 'pho-quan', 'pho-quan']);
    story.decide('object', 'pho-quan', 'Chưa rõ');
    story.wakeUntil('close');
    expect(story.open).toMatchObject([{ personId: 'thu-ky', choices: ['answer', 'uphold'] }]);
  });

  it('stops its reply clock for a hold, and the answer’s too', () => {
    const story = asked();
    const authority = 'Cơ quan điều tra';
    story.act({ kind: 'hold', holdId: 'h1', authority }, { at: vn('2025-06-05 17:00') });
    expect(story.standing.next).toBeNull();
    story.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: vn('2025-06-12 08:00') });
    expect(story.plan.dueAt).toBe(vn('2025-06-17 17:00'));
    story.decide('object', 'uy-vien-1', 'Chưa rõ');
    story.decide('agree', 'uy-vien-2', null);
    story.act({ kind: 'hold', holdId: 'h2', authority }, { at: vn('2025-06-12 17:00') });
    story.act({ kind: 'lift-hold', holdId: 'h2', authority, outcome: 'cleared' }, { at: vn('2025-06-19 08:00') });
    expect(story.plan.dueAt).toBe(vn('2025-06-20 17:00'));
  });

  it('hands an unanswered objection to the superior with a fresh clock, and can be withdrawn', () => {
    const story = asked();
    story.decide('object', 'uy-vien-1', 'Chưa rõ');
    story.decide('object', 'uy-vien-2', 'Chưa rõ');
    story.wakeUntil('close');
    expect(story.open).toMatchObject([{ personId: 'chu-quan', choices: ['answer', 'uphold'] }]);
    expect(story.act({ kind: 'withdraw' })).toBeNull();
    expect(story.file.state).toBe('WITHDRAWN');
  });
});
