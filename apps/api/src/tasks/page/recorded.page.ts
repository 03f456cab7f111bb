import type { Choice } from '@laurel/domain';
import { choiceWords } from './choices.ts';
import { instantInWords, zoneOf } from './dates.ts';
import { asked, languageSwitch } from './facts.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import type { PageInput } from './page.types.ts';
import { namesOf, say } from './words.ts';

/** Said only when it is so: the answer is on record. */
export function recordedPage(input: PageInput, choice: Choice, recordedAt: number): string {
  const { page, language } = input;
  const title = say(language, 'Đã ghi nhận', 'Recorded');
  const { label } = choiceWords(choice, page.kind, namesOf(page, language), language);
  const at = instantInWords(recordedAt, language, zoneOf(page.rules));
  const body = html`<h1>${title}</h1>
<div class="box done" role="status"><p>${say(language, `Trả lời “${label}” đã được ghi nhận lúc ${at}.`, `Your answer “${label}” was recorded at ${at}.`)}</p>
<p>${say(language, 'Ông/bà có thể đóng trang này.', 'You may close this page.')}</p></div>
${asked(input)}<p>${page.nomination.nominee.fullName} – ${page.nomination.achievement.title}</p>`;
  return layout({ language, title, body, aside: languageSwitch(input) });
}
