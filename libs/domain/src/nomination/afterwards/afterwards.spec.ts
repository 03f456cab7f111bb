import { describe, expect, it } from '@jest/globals';
import { vn } from '../../calendar/calendars.fixture.ts';
import type { ComplaintRule } from '../../complaint/index.ts';
import type { AwardType, RuleSet } from '../../route/rule-set.ts';
import { ruleSet, wait } from '../case.fixture.ts';
import { RegisteredStory, Registry } from '../registry.fixture.ts';

const text = (vi: string): { vi: string; en: string } => ({ vi, en: vi });
const heard = {
  fileWithin: { mode: 'calendar-days', days: 90, countStartDay: false },
  handler: 'district/vice-chairman',
  wait: wait(30),
} as const;
const complaint: ComplaintRule = {
  grounds: [{ ground: 'procedure', text: text('Sai trình tự') }],
  ...heard,
  second: { ...heard, handler: 'city/emulation-office' },
};
const revocation = { grounds: [{ ground: 'fraud', text: text('Gian dối trong kê khai') }] };
const changed = (changes: Partial<AwardType>, rules: Partial<RuleSet> = {}): RuleSet => {
  const base = ruleSet({ complaint, revocation, ...rules });
  return { ...base, awards: base.awards.map((award) => (award.level === 'district' ? { ...award, ...changes } : award)) };
};
const RULES = changed({});
const complain = { kind: 'complain', ground: 'procedure', by: 'Người được đề nghị' } as const;
const revoke = { kind: 'revoke', ground: 'fraud', paper: '9/QĐ-UBND', revokedOn: '2025-07-01' } as const;

describe('a complaint', () => {
  function awarded(): RegisteredStory {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    expect(story.approve()).toBeNull();
    expect(story.file.state).toBe('CONFERRED');
    return story;
  }

  it('opens the case for its handler alone, on a clock of its own, and the case ends again as it had ended', () => {
    const story = awarded();
    const endedAt = story.file.endedAt;
    expect(story.act(complain)).toBeNull();
    expect([story.file.state, story.standing.stage, story.asked(), story.file.endedAt]).toEqual([
      'CONFERRED',
      'complaint',
      ['pho-quan'],
      null,
    ]);
    expect(story.standing.next?.step).toBe('remind');
    expect(story.act({ kind: 'withdraw' })).toBe('TOO_LATE_TO_WITHDRAW');
    expect(story.decide('answer', undefined, '')).toBe('REASON_REQUIRED');
    expect(story.decide('answer', undefined, 'Đúng trình tự')).toBeNull();
    expect([story.file.state, story.standing.stage, story.file.endedAt]).toEqual(['CONFERRED', 'ended', endedAt]);
  });

  it('goes to the handler above when nobody answers, with a fresh clock', () => {
    const story = awarded();
    story.act(complain);
    story.wakeUntil('escalate');
    expect(story.asked()).toEqual(['pho-quan', 'chu-quan']);
    story.wakeUntil('close');
    expect(story.asked()).toEqual(['ban-thi-dua']);
    expect(story.plan.closesAt).toBeGreaterThan(story.at);
  });

  it('is heard a second time by the second instance, and not a third time', () => {
    const story = awarded();
    story.act(complain);
    expect(story.act(complain)).toBe('COMPLAINT_NOT_ALLOWED');
    story.decide('answer');
    expect(story.act(complain)).toBeNull();
    expect(story.asked()).toEqual(['ban-thi-dua']);
    story.decide('uphold');
    expect(story.act(complain)).toBe('COMPLAINT_NOT_ALLOWED');
  });

  it.each([
    ['after its time', { at: vn('2025-12-31 10:00') }, complain, 'COMPLAINT_TOO_LATE'],
    ['on a ground that is not configured', {}, { ...complain, ground: 'unknown' }, 'UNKNOWN_GROUND'],
  ] as const)('is refused %s', (_, when, body, code) => {
    expect(awarded().act(body, when)).toBe(code);
  });

  it('is refused before there is a result, and where the rules hear none', () => {
    expect(RegisteredStory.filed(new Registry(), { rules: RULES }).act(complain)).toBe('COMPLAINT_NOT_ALLOWED');
    const story = RegisteredStory.filed(new Registry());
    story.approve();
    expect(story.act(complain)).toBe('COMPLAINT_NOT_ALLOWED');
  });
});

describe('a revocation', () => {
  it('keeps the record, frees the place, recalls object and money, and tells the nominator (invariant 14)', () => {
    const registry = new Registry();
    const rules = changed({ bonusMultiple: '0.3', cap: { scope: 'programme', period: 'year', max: 1 } });
    const story = RegisteredStory.filed(registry, { rules });
    const next = RegisteredStory.filed(registry, { rules, nominee: 'p2', deed: 'Khác' });
    story.approve();
    expect(next.approve()).toBe('CAP_REACHED');
    expect(story.act(revoke, { reason: 'Kết luận thanh tra' })).toBeNull();
    expect([story.file.state, story.mailsOf('result')]).toEqual(['REVOKED', ['can-bo', 'can-bo']]);
    expect(registry.effects).toContainEqual({
      is: 'revoked',
      ground: 'fraud',
      paper: '9/QĐ-UBND',
      revokedOn: '2025-07-01',
      recalls: [
        { what: 'object', amount: null },
        { what: 'money', amount: '0.3' },
      ],
    });
    expect(story.events.at(-1)?.type).toBe('laurel.nomination.revoked.v1');
    expect(registry.records).toHaveLength(1);
    expect(next.decide('approve')).toBeNull();
  });

  it('ends a complaint that is being heard', () => {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    story.approve();
    story.act(complain);
    expect(story.act(revoke)).toBeNull();
    expect([story.file.state, story.standing.stage, story.asked()]).toEqual(['REVOKED', 'ended', []]);
    expect(story.act(complain)).toBe('COMPLAINT_NOT_ALLOWED');
  });

  it('needs an award that holds, one of the configured grounds, and a reason', () => {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    expect(story.act(revoke)).toBe('NO_AWARD');
    story.approve();
    expect(story.act({ ...revoke, ground: 'mood' })).toBe('UNKNOWN_GROUND');
    expect(story.act(revoke, { reason: null })).toBe('REASON_REQUIRED');
    story.act(revoke);
    expect(story.act(revoke)).toBe('NO_AWARD');
  });
});

describe('a reopening', () => {
  const reopen = { kind: 'reopen', stage: 'district-decision' } as const;

  it('takes a revoked case no higher than the award that was taken back', () => {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    story.approve();
    story.act(revoke);
    expect(story.act({ ...reopen, stage: 'city-decision' })).toBe('INVALID_ACT');
    expect(story.act(reopen)).toBeNull();
    expect([story.file.outcomes.map(({ level }) => level), story.asked()]).toEqual([['grassroots'], ['chu-quan']]);
  });

  it('is refused while the nominee is under investigation that began after the end, or a complaint is heard', () => {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    story.decide('approve');
    story.decide('reject');
    story.nomineeHolds = ['h1'];
    expect(story.act(reopen)).toBe('HELD');
    story.nomineeHolds = [];
    story.act(complain);
    expect(story.act(reopen)).toBe('COMPLAINT_HEARD');
    story.decide('uphold');
    expect(story.act(reopen)).toBeNull();
  });

  it('goes back to the stage, asks anew in a round of its own, and keeps what was said', () => {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    story.decide('approve');
    story.decide('reject');
    expect(story.file.outcomes.map(({ level }) => level)).toEqual(['grassroots', 'district']);
    expect(story.act(reopen, { reason: 'Có tình tiết mới' })).toBeNull();
    expect([story.file.state, story.asked(), story.file.outcomes.map(({ level }) => level)]).toEqual([
      'RECEIVED',
      ['chu-quan'],
      ['grassroots'],
    ]);
    expect(story.entries.map(({ action }) => action)).toContain('not-qualified');
    expect(story.approve()).toBeNull();
    expect([story.file.state, story.mailsOf('result').length]).toEqual(['CONFERRED', 2]);
  });

  it('asks the rules and the cap again', () => {
    const registry = new Registry();
    const rules = changed({ cap: { scope: 'programme', period: 'year', max: 1 } });
    const [first, second] = ['p1', 'p2'].map((nominee) => RegisteredStory.filed(registry, { rules, nominee, deed: nominee }));
    first?.decide('approve');
    first?.decide('reject');
    expect(second?.approve()).toBeNull();
    expect(first?.act(reopen)).toBe('CAP_REACHED');
    second?.act(revoke);
    expect(first?.act(reopen)).toBeNull();
  });

  it('is refused while an award holds, to a stage never reached, and without a reason', () => {
    const story = RegisteredStory.filed(new Registry(), { rules: RULES });
    expect(story.act(reopen)).toBe('INVALID_ACT');
    story.decide('approve');
    expect(story.act({ ...reopen, stage: 'unit-review' }, { reason: '' })).toBe('REASON_REQUIRED');
    expect(story.act({ ...reopen, stage: 'publication' })).toBe('INVALID_ACT');
    story.approve();
    expect(story.act(reopen)).toBe('AWARD_STANDS');
    story.act(revoke);
    expect(story.act(reopen)).toBeNull();
  });
});

describe('a late number', () => {
  const number = { kind: 'number-decision', level: 'district', number: '12/QĐ-UBND', signedOn: '2025-06-20' } as const;

  it('joins the decision that bears it', () => {
    const registry = new Registry();
    const story = RegisteredStory.filed(registry, { rules: RULES });
    story.approve();
    expect(story.act(number)).toBeNull();
    expect(registry.effects.at(-1)).toEqual({
      is: 'decision-numbered',
      level: 'district',
      issuer: 'district/chairman',
      number: '12/QĐ-UBND',
      numberScope: null,
      signedOn: '2025-06-20',
    });
  });

  it('is refused where nothing was decided, and where it is not written as the rules have it', () => {
    const rules = changed({}, { decisionNumbers: [{ level: 'district', pattern: '{n}/QĐ-UBND', perYear: true }] });
    const story = RegisteredStory.filed(new Registry(), { rules });
    expect(story.act(number)).toBe('NO_AWARD');
    story.approve();
    expect(story.act({ ...number, number: 'mười hai' })).toBe('NUMBER_REFUSED');
    expect(story.act({ ...number, number: ' ' })).toBe('NUMBER_REFUSED');
    expect(story.act(number)).toBeNull();
  });
});
