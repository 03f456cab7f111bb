import { html } from '../tasks/page/html.ts';
import { layout } from '../tasks/page/layout.ts';

const LINKS = [
  ['/health/ready', 'Tình trạng các bộ phận', 'State of each part'],
  ['/openapi.json', 'Mô tả API (OpenAPI 3.1)', 'Description of the API'],
  ['/asyncapi.json', 'Mô tả sự kiện (AsyncAPI 3.1)', 'Description of the events'],
] as const;

/** What stands at the front door until the console does. */
export function landingPage(): string {
  const body = html`<h1>Laurel</h1>
<p>Hệ thống xét khen thưởng: hồ sơ đến dưới dạng sự kiện, người có thẩm quyền trả lời qua thư, quyết định được ghi lại.</p>
<p lang="en">Nominations come in as events, reviewers answer by mail, decisions are recorded.</p>
<ul>${LINKS.map(([href, vi, en]) => html`<li><a href="${href}">${vi}</a> · <span lang="en">${en}</span></li>`)}</ul>`;
  return layout({ language: 'vi', title: 'Laurel', body });
}
