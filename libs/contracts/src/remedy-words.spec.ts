import { describe, expect, it } from '@jest/globals';
import type { RemedyCode, RemedyFactsOf } from './remedies.ts';
import { outcomeOfAct, REMEDY_CODES, remedyOutcome, remedyText } from './remedy-words.ts';

/** Facts of every code that has some; a code with facts that is left out here does not compile. */
const FACTS: {
  readonly [Code in RemedyCode as RemedyFactsOf[Code] extends Readonly<Record<string, never>> ? never : Code]: RemedyFactsOf[Code];
} = {
  'several-tasks-open': { taskIds: 'task-1, task-2' },
  'unknown-person': { to: 'chu-tich-phuong' },
  'would-record': { act: 'extend' },
  recorded: { at: '2026-09-04T10:00:00.000Z' },
  'act-refused': { refusal: 'HELD' },
  'tried-now': { rows: 31, steps: 27 },
  'would-pause': { waiting: 'recordAct × 3', paused: 'remindReviewers × 5' },
  'would-resume': { waiting: 'recordAct × 3', paused: 'remindReviewers × 5' },
  'would-reset': { waiting: 'recordAct × 3', paused: 'remindReviewers × 5' },
  'mails-go': { mails: 41 },
  'address-would-change': { personId: 'can-bo-01' },
  'address-changed': { personId: 'can-bo-01', mails: 41 },
  failed: { tries: 57, error: 'Connection refused' },
};

/** Facts that are said in words rather than as they are. */
const WORDED: readonly string[] = ['would-record', 'recorded', 'act-refused'];

const factsOf = (code: RemedyCode): Readonly<Record<string, string | number>> =>
  Object.entries(FACTS).find(([key]) => key === code)?.[1] ?? {};

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìĩóòõúùũý]/i;

describe('outcomes of remedies', () => {
  it('have a sentence of their own in both languages', () => {
    const said = REMEDY_CODES.map((code) => [code, remedyText({ code, facts: factsOf(code) })] as const);
    for (const [code, text] of said) {
      expect([code, text?.vi]).toEqual([code, expect.stringMatching(VIETNAMESE)]);
      expect([code, text?.en]).toEqual([code, expect.not.stringMatching(VIETNAMESE)]);
      expect([code, text]).not.toEqual([code, expect.objectContaining({ vi: expect.stringMatching(/undefined|NaN/) })]);
    }
    expect(new Set(said.map(([, text]) => text?.vi)).size).toBe(said.length);
    expect(new Set(said.map(([, text]) => text?.en)).size).toBe(said.length);
  });

  it('say every fact in both languages', () => {
    for (const code of REMEDY_CODES.filter((one) => !WORDED.includes(one)))
      for (const fact of Object.values(factsOf(code))) {
        const text = remedyText({ code, facts: factsOf(code) });
        expect([code, text?.vi, text?.en]).toEqual([code, expect.stringContaining(String(fact)), expect.stringContaining(String(fact))]);
      }
  });

  it('write instants as people do, in the councils’ zone', () => {
    const recorded = { id: 'a', state: 'recorded', refusal: null, seq: 1, settledAt: Date.parse('2026-09-04T10:00:00Z') } as const;
    const outcome = outcomeOfAct(recorded);
    expect(outcome).toMatchObject({ status: 'done', code: 'recorded', facts: { at: '2026-09-04T10:00:00.000Z' } });
    expect(remedyText(outcome)).toEqual({
      vi: 'Đã ghi lúc 17:00 thứ Sáu 04/9/2026.',
      en: 'Recorded at 17:00 on Friday 4 September 2026.',
    });
  });

  it('tell why an act was refused', () => {
    const outcome = outcomeOfAct({ id: 'a', state: 'refused', refusal: 'CASE_ENDED', seq: null, settledAt: 0 });
    expect(outcome).toMatchObject({ status: 'refused', facts: { refusal: 'CASE_ENDED' }, detail: 'CASE_ENDED: The nomination has ended.' });
    expect(remedyText(outcome)?.vi).toBe('Hồ sơ đã kết thúc.');
  });

  it('keep the English sentence for integrators', () => {
    expect(remedyOutcome('mails-go', { mails: 1 })).toEqual({
      status: 'done',
      code: 'mails-go',
      facts: { mails: 1 },
      detail: '1 mail is sent again.',
    });
  });

  it('say nothing for what was kept without a code, or under one that is not known here', () => {
    expect(remedyText({})).toBeNull();
    expect(remedyText({ code: 'of-tomorrow' as RemedyCode, facts: {} })).toBeNull();
  });
});
