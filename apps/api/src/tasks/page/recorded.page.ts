import { OBJECTION_HOURS, referenceOf } from '@laurel/domain';
import { instantInWords, zoneOf } from './dates.ts';
import { asked, languageSwitch, ownPages } from './facts.ts';
import { html, type SafeHtml } from './html.ts';
import { layout } from './layout.ts';
import type { PageInput } from './page.types.ts';
import { recordedInWords } from './recorded.words.ts';
import { maskedAddress, say } from './words.ts';

/** What is on record, under which number. */
export interface Recorded {
  readonly decision: string;
  readonly recordedAt: number;
  /** Null where what was sent has no act of its own. */
  readonly actId: string | null;
}

function reference({ actId }: Recorded, { language }: PageInput): SafeHtml | null {
  if (actId === null) return null;
  return html`<p>${say(language, 'Mã tham chiếu', 'Reference')}: <span class="ref">${referenceOf(actId)}</span></p>`;
}

/** Answers are confirmed by mail, and can be objected to from there. */
function confirmation({ decision }: Recorded, { page, language }: PageInput): SafeHtml | null {
  if (!page.choices.some((choice) => choice === decision) || decision === 'delegate') return null;
  const hours = String(page.rules.pages?.objectionHours ?? OBJECTION_HOURS);
  const address = maskedAddress(page.person.email);
  return html`<p>${say(
    language,
    `Thư xác nhận được gửi tới ${address}. Nếu không phải ông/bà đã gửi trả lời này, xin bấm “Không phải tôi” trong thư đó trong vòng ${hours} giờ.`,
    `A confirmation is mailed to ${address}. If this answer was not yours, press “This was not me” in that mail within ${hours} hours.`,
  )}</p>`;
}

/** Said only when it is so: the answer is on record. */
export function recordedPage(input: PageInput, recorded: Recorded): string {
  const { page, language } = input;
  const title = say(language, 'Đã ghi nhận', 'Recorded');
  const at = instantInWords(recorded.recordedAt, language, zoneOf(page.rules));
  const { what, next } = recordedInWords(recorded.decision, page, language);
  const body = html`<h1>${title}</h1>
<div class="box done" role="status"><p><strong>${what}</strong></p><p>${say(language, `Ghi nhận lúc ${at}.`, `Recorded at ${at}.`)}</p>${reference(recorded, input)}</div>
<p>${next}</p>${confirmation(recorded, input)}
${asked(input)}<p>${page.nomination.nominee.fullName} – ${page.nomination.achievement.title}</p>
<p>${say(language, 'Ông/bà có thể đóng trang này.', 'You may close this page.')}</p>`;
  return layout({ language, title, body, aside: languageSwitch(input), footer: ownPages(input) });
}
