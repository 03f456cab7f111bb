import { describe, expect, it } from '@jest/globals';
import { ruleSet, wait } from '../case.fixture.ts';
import { RegisteredStory, Registry, type Filing } from '../registry.fixture.ts';

const RULES = ruleSet({
  complaint: {
    grounds: [{ ground: 'procedure', text: { vi: 'Sai trình tự', en: 'Wrong procedure' } }],
    fileWithin: { mode: 'calendar-days', days: 90, countStartDay: false },
    handler: 'district/vice-chairman',
    wait: wait(30),
    second: null,
  },
});
const complain = { kind: 'complain', ground: 'procedure', by: 'Người được đề nghị' } as const;

describe('an override', () => {
  const overriding = { kind: 'override', rule: 'one-award-per-achievement', post: 'district/chairman', via: 'key:k1' } as const;

  function refusedTwin(file: Filing['file'] = {}): RegisteredStory {
    const registry = new Registry();
    RegisteredStory.filed(registry, { rules: RULES });
    return RegisteredStory.filed(registry, { rules: RULES, file });
  }

  it('takes a case up again that the rule ended, and audits who, why and which rule', () => {
    const twin = refusedTwin();
    expect([twin.file.state, twin.file.ineligibleRule]).toEqual(['INELIGIBLE', 'one-award-per-achievement']);
    expect(twin.act(overriding, { actor: 'chu-quan', reason: 'Hai việc khác nhau' })).toBeNull();
    expect([twin.file.state, twin.file.ineligibleRule, twin.asked()]).toEqual(['RECEIVED', null, ['truong']]);
    expect(twin.entries.at(-1)).toMatchObject({ action: 'rule-overridden', actor: 'chu-quan', reason: 'Hai việc khác nhau' });
  });

  it.each([
    ['the officer who filed it', 'can-bo', 'district/chairman', 'R', 'OVERRIDE_REFUSED'],
    ['somebody who does not hold the post', 'truong', 'district/chairman', 'R', 'OVERRIDE_REFUSED'],
    ['a post of the nominating unit', 'truong', 'phuong-01/head', 'R', 'OVERRIDE_REFUSED'],
    ['a post that is not above the unit', 'uy-vien-1', 'district/member-1', 'R', 'OVERRIDE_REFUSED'],
    ['the right person without a reason', 'chu-quan', 'district/chairman', ' ', 'REASON_REQUIRED'],
  ])('is refused to %s', (_, actor, post, reason, code) => {
    expect(refusedTwin().act({ ...overriding, post }, { actor, reason })).toBe(code);
  });

  it('is refused for rules that nobody may set aside, and a second time', () => {
    const twin = refusedTwin();
    expect(twin.act({ ...overriding, rule: 'once-in-a-lifetime' }, { actor: 'chu-quan' })).toBe('OVERRIDE_REFUSED');
    twin.act(overriding, { actor: 'chu-quan' });
    expect(twin.act(overriding, { actor: 'chu-quan' })).toBe('INVALID_ACT');
  });

  it('waits while a complaint about the refusal is heard, and still takes the case up after it', () => {
    const twin = refusedTwin();
    expect(twin.act(complain)).toBeNull();
    expect(twin.act(overriding, { actor: 'chu-quan' })).toBe('COMPLAINT_HEARD');
    expect([twin.file.overrides, twin.asked()]).toEqual([[], ['pho-quan']]);
    twin.decide('uphold');
    expect(twin.act(overriding, { actor: 'chu-quan' })).toBeNull();
    expect([twin.file.state, twin.asked()]).toEqual(['RECEIVED', ['truong']]);
  });

  it('takes nothing up again while the nominee is under investigation', () => {
    const twin = refusedTwin();
    twin.nomineeHolds = ['h1'];
    expect(twin.act(overriding, { actor: 'chu-quan' })).toBe('HELD');
    twin.nomineeHolds = [];
    expect(twin.act(overriding, { actor: 'chu-quan' })).toBeNull();
  });

  it('is refused to the nominee, whatever post they hold, and to whoever has declared a conflict', () => {
    expect(refusedTwin({ nomineeReference: 'Chu-Quan@example.vn' }).act(overriding, { actor: 'chu-quan' })).toBe('CONFLICT_OF_INTEREST');
    const conflicts = [{ personId: 'chu-quan', declaredAt: 0, liftedAt: null }];
    expect(refusedTwin({ conflicts }).act(overriding, { actor: 'chu-quan' })).toBe('CONFLICT_OF_INTEREST');
  });
});
