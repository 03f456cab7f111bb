import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../http/problem.ts';
import { invalidAnswer } from '../answer-input.ts';
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

describe('what is wrong with an answer', () => {
  it('is said once, and leads to its field', () => {
    const problem = refusalProblem('REASON_REQUIRED');
    expect(boxOf(problem)).toContain('<a href="#reason">Lựa chọn này cần nêu lý do: xin ghi lý do.</a>');
    expect(boxOf(problem).match(/Lựa chọn này cần nêu lý do/g)).toHaveLength(1);
    expect(invalid(inputWith(problem), 'reason')?.text).toContain('aria-invalid="true"');
    expect(invalid(inputWith(problem), 'number')).toBeNull();
  });

  it('is told in the language of the page alone', () => {
    const box = boxOf(invalidAnswer([{ pointer: '/documents', detail: 'Chưa chọn tệp nào. Choose at least one file.' }]));
    expect(box).toContain('Chưa chọn tệp nào: xin chọn ít nhất một tệp.');
    expect(box).not.toContain('Choose');
  });
});
