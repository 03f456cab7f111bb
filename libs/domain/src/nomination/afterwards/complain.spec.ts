import { describe, expect, it } from '@jest/globals';
import { vn } from '../../calendar/calendars.fixture.ts';
import type { ComplaintRule } from '../../complaint/index.ts';
import type { PlannedMail } from '../change.ts';
import { ruleSet, wait } from '../case.fixture.ts';
import { RegisteredStory, Registry } from '../registry.fixture.ts';

const GROUND = { vi: 'Sai trình tự', en: 'Wrong procedure' };
const heard = {
  fileWithin: { mode: 'calendar-days', days: 90, countStartDay: false },
  handler: 'district/vice-chairman',
  wait: wait(30),
} as const;
const RULE: ComplaintRule = {
  grounds: [{ ground: 'procedure', text: GROUND }],
  ...heard,
  second: { ...heard, fileWithin: { ...heard.fileWithin, days: 30 }, handler: 'city/emulation-office' },
};
const complain = { kind: 'complain', ground: 'procedure', by: 'Lê Thị Sáu' } as const;
const withAddress = { ...complain, email: 'Sau.Le@example.vn' } as const;

function awarded(rule: ComplaintRule = RULE): RegisteredStory {
  const story = RegisteredStory.filed(new Registry(), { rules: ruleSet({ complaint: rule }) });
  expect(story.approve()).toBeNull();
  return story;
}

const settledMails = ({ mails }: RegisteredStory): readonly PlannedMail[] =>
  mails.filter(({ occasion }) => occasion.is === 'complaint-settled');
const occasionsOf = ({ mails }: RegisteredStory, kind: PlannedMail['kind']): readonly string[] =>
  mails.filter((mail) => mail.kind === kind).map(({ occasion }) => occasion.is);

describe('the mails of a complaint', () => {
  it('ask, remind and escalate in words of its own, also to who gets the task later', () => {
    const story = awarded();
    const before = story.mails.length;
    story.act(complain);
    story.wakeUntil('close');
    const mails = story.mails.slice(before);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(['assignment', 'reminder', 'escalation']));
    expect(mails.map(({ occasion }) => occasion)).toEqual(mails.map(() => ({ is: 'complaint', ground: GROUND, instance: 1 })));
    expect(mails.at(-1)).toMatchObject({ kind: 'assignment', personId: 'ban-thi-dua' });
  });

  it('confirm the handler’s answer as one to a complaint', () => {
    const story = awarded();
    story.act(complain);
    story.decide('uphold');
    expect(story.mails.filter(({ kind }) => kind === 'confirmation').at(-1)?.occasion).toMatchObject({
      choice: 'uphold',
      about: 'complaint',
    });
  });

  it('tell nominator and complainant once how it ended, why, and until when a second complaint may be filed', () => {
    const story = awarded();
    story.act(withAddress);
    const answeredAt = vn('2025-06-20 10:00');
    story.at = answeredAt;
    story.decide('answer', undefined, 'Đúng trình tự');
    const occasion = {
      is: 'complaint-settled',
      outcome: 'dismissed',
      ground: GROUND,
      instance: 1,
      reason: 'Đúng trình tự',
      secondUntil: vn('2025-07-20 17:00'),
    };
    const [officer, complainant] = settledMails(story);
    expect(officer).toMatchObject({ personId: 'can-bo', kind: 'result', occasion });
    expect(complainant).toMatchObject({
      kind: 'result',
      personId: `complainant:${story.file.complaint?.id ?? ''}`,
      to: { fullName: 'Lê Thị Sáu', email: 'sau.le@example.vn', language: 'vi' },
      occasion: officer?.occasion,
    });
    expect(settledMails(story)).toHaveLength(2);
    expect(occasionsOf(story, 'result')).toEqual(['result', 'complaint-settled', 'complaint-settled']);
  });

  it('name no second complaint once the second instance has answered, nor where the complaint was right', () => {
    const story = awarded();
    story.act(withAddress);
    story.decide('answer');
    story.act(withAddress);
    story.decide('answer');
    expect(settledMails(story).map(({ occasion }) => occasion.is === 'complaint-settled' && occasion.secondUntil === null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    const upheld = awarded();
    upheld.act(complain);
    upheld.decide('uphold');
    expect(settledMails(upheld).map(({ occasion }) => occasion)).toMatchObject([{ outcome: 'upheld', secondUntil: null }]);
  });

  it.each([
    ['left no address', complain, RULE],
    ['gave the nominator’s own address', { ...complain, email: 'Can-Bo@example.vn' }, RULE],
    ['is not written to by the rules', withAddress, { ...RULE, tellsComplainant: false }],
  ] as const)('go to the nominator alone where who complains %s', (_, body, rule) => {
    const story = awarded(rule);
    story.act(body);
    story.decide('answer');
    expect(settledMails(story).map(({ personId }) => personId)).toEqual(['can-bo']);
    expect(story.file.complaint?.complainant).toBeUndefined();
  });

  it('are unique by subject, person, kind and occurrence over two instances', () => {
    const story = awarded();
    for (let instance = 1; instance <= 2; instance++) {
      story.act(withAddress);
      story.wakeUntil('escalate');
      story.decide('answer');
    }
    const keys = story.mails.map(({ subjectKey, personId, kind, occurrence }) => [subjectKey, personId, kind, occurrence].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('an operator who stops a hearing', () => {
  it('ends the hearing and leaves what was decided', () => {
    const story = awarded();
    const { endedAt } = story.file;
    story.act(withAddress);
    expect(story.act({ kind: 'terminate' }, { actor: 'operator:k1', reason: 'Người khiếu nại đã rút đơn' })).toBeNull();
    expect([story.file.state, story.standing.stage, story.asked(), story.file.endedAt]).toEqual(['CONFERRED', 'ended', [], endedAt]);
    expect(settledMails(story).map(({ occasion }) => occasion)).toMatchObject([{ outcome: 'dropped' }, { outcome: 'dropped' }]);
  });
});
