import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../http/problem.ts';
import { readAnswer } from '../answer-input.ts';
import { refusalProblem } from '../refusals.ts';
import { taskPage } from '../task-page.fixture.ts';
import type { PageInput } from './page.types.ts';
import { invalid, problemBox } from './problem-box.ts';

const inputWith = (problem: Problem): PageInput => ({
  page: taskPage(),
  language: 'vi',
  path: '/t/x',
  now: 0,
  colleagues: [],
  received: new Set(),
  opinions: [],
  feedback: null,
  complaint: null,
  problem,
});

const boxOf = (problem: Problem): string => problemBox(inputWith(problem))?.text ?? '';

/** What reading an answer is refused with. */
function problemIn(body: unknown): Problem {
  try {
    readAnswer(body);
  } catch (error) {
    return error as Problem;
  }
  throw new Error('read');
}

describe('what is wrong with an answer', () => {
  it('is said once, and leads to its field', () => {
    const problem = refusalProblem('REASON_REQUIRED');
    expect(boxOf(problem)).toContain('<a href="#reason">Lựa chọn này cần nêu lý do: xin ghi lý do.</a>');
    expect(boxOf(problem).match(/Lựa chọn này cần nêu lý do/g)).toHaveLength(1);
    expect(invalid(inputWith(problem), 'reason')?.text).toContain('aria-invalid="true"');
    expect(invalid(inputWith(problem), 'number')).toBeNull();
  });

  it('is told in the language of the page alone, and names the field', () => {
    const box = boxOf(problemIn({ decision: 'approve', reason: 'x'.repeat(4_001) }));
    expect(box).toContain('<p>Lý do – quá dài: nhiều nhất 4000 ký tự.</p>');
    expect(box).not.toContain('Too long');
    expect(boxOf(problemIn({}))).toContain('Chưa chọn ý kiến nào: xin chọn một ý kiến.');
  });
});
