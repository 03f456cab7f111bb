import { describe, expect, it } from '@jest/globals';
import type { NumberedPaper, NumberRule } from '../route/paper-number.ts';
import type { Act } from './act.ts';
import { ruleSet } from './case.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { paperAsked } from './numbering.ts';
import { recordAct } from './record-act.ts';

const RULE: NumberRule = { level: 'district', pattern: '{n}/QĐ-UBND', perYear: true };
const RULES = { ...ruleSet(), decisionNumbers: [RULE] };

/** The chairman's signature under a number, with the papers that bear it already. */
function signature(number: string | null, signedOn: string, papers: readonly NumberedPaper[] = [], rules = RULES) {
  const story = CaseStory.received({ rules });
  story.decide('approve');
  const [task] = story.open;
  const body = { kind: 'decide', taskId: task?.id ?? '', choice: 'approve', number, signedOn } as const;
  const act: Act = { id: 'ky', nominationId: story.file.nominationId, actor: task?.personId ?? '', reason: null, body };
  return { asked: paperAsked(story.file, story.context, act), signed: recordAct(story.file, { ...story.context, papers }, act) };
}

describe('a number that a decision is signed under', () => {
  it('is looked up with its issuer, and only where one is given', () => {
    expect(signature('12/QĐ-UBND', '2025-06-20').asked).toEqual({ issuer: 'district/chairman', number: '12/QĐ-UBND' });
    expect(signature(null, '2025-06-20').asked).toBeNull();
  });

  it('belongs to the paper in its year', () => {
    const { signed } = signature('012/QĐ-UBND', '2025-06-20');
    expect(signed).toMatchObject({ lines: [{ number: '012/QĐ-UBND', numberScope: 'year 2025|12/QĐ-UBND' }] });
  });

  it('is refused where the issuer gave it to a paper of another day, and joined where the day is the same', () => {
    expect(signature('12/QĐ-UBND', '2025-06-20', [{ signedOn: '2025-06-19', own: false }]).signed).toEqual({ refused: 'NUMBER_TAKEN' });
    expect(signature('12/QĐ-UBND', '2025-06-20', [{ signedOn: '2024-06-19', own: false }]).signed).toHaveProperty('lines');
    expect(signature('12/QĐ-UBND', '2025-06-20', [{ signedOn: '2025-06-20', own: false }]).signed).toHaveProperty('lines');
  });

  it('is refused where it is written otherwise than the rules have it', () => {
    expect(signature('mười hai', '2025-06-20').signed).toEqual({ refused: 'NUMBER_REFUSED' });
  });

  it('is anybody’s where no rule numbers the paper', () => {
    const { signed } = signature('mười hai', '2025-06-20', [{ signedOn: '2025-06-19', own: false }], { ...RULES, decisionNumbers: [] });
    expect(signed).toMatchObject({ lines: [{ number: 'mười hai', numberScope: null }] });
  });

  it('leaves its scope when the date of its own paper is mended', () => {
    const { signed } = signature('12/QĐ-UBND', '2025-06-20', [{ signedOn: '2025-06-19', own: true }]);
    expect(signed).toMatchObject({ lines: [{ numberScope: null }] });
  });
});
