import type { Problem } from '../../http/problem.ts';
import { PROBLEMS } from '../../http/problem.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** True when a browser asks; programs that take anything get JSON. */
export function prefersHtml(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false;
}

/** A page that says one thing in both languages, for when no task is at hand. */
export function noticePage(problem: Problem): string {
  const { title, titleVi } = PROBLEMS[problem.code];
  const { detail, detailVi } = problem.details;
  const body = html`<h1>${titleVi}</h1>
<p>${detailVi ?? 'Xin thử lại sau ít phút, hoặc hỏi bộ phận thi đua – khen thưởng đã gửi thư.'}</p>
<div lang="en"><h2>${title}</h2><p>${detail}</p></div>`;
  return layout({ language: 'vi', title: titleVi, body });
}
