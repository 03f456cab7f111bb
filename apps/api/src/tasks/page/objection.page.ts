import type { Choice, Language } from '@laurel/domain';
import type { MailedLink, Objection, TaskPageData } from '@laurel/db';
import { choiceWords } from './choices.ts';
import { instantInWords } from './dates.ts';
import { languageSwitch, ownPages } from './facts.ts';
import { html, type Fragment, type SafeHtml } from './html.ts';
import { layout } from './layout.ts';
import { inLanguage, namesAt, say } from './words.ts';

/** The answer that a confirmation told of. */
export interface Confirmed {
  readonly choice: Choice;
  readonly reference: string;
  readonly recordedAt: number;
  readonly objectUntil: number;
}

export interface ObjectionInput {
  readonly link: MailedLink;
  readonly confirmed: Confirmed;
  readonly task: TaskPageData;
  /** What was said before from this link; null while nobody has. */
  readonly objection: Objection | null;
  readonly language: Language;
  readonly path: string;
  readonly zone: string;
  readonly now: number;
}

function whole({ language, path }: ObjectionInput, title: string, body: Fragment): string {
  const footer = ownPages({ language, path });
  return layout({ language, title, body: html`<h1>${title}</h1>${body}`, aside: languageSwitch({ language, path }), footer });
}

/** Which answer of whom this is about. */
function answerGiven({ confirmed, task, link, language, zone }: ObjectionInput): SafeHtml {
  const { level } = task.nomination;
  const { label } = choiceWords(confirmed.choice, task.kind, namesAt(task, { level, stage: task.stage }, language), language);
  const row = (term: string, value: string): SafeHtml => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  return html`<dl>${row(say(language, 'Người được hỏi', 'Asked'), `${link.person.fullName}, ${inLanguage(task.post.title, language)}`)}
${row(say(language, 'Hồ sơ', 'Nomination'), `${task.nomination.nominee.fullName} – ${task.nomination.achievement.title}`)}
${row(say(language, 'Trả lời đã ghi nhận', 'Recorded answer'), label)}
${row(say(language, 'Lúc', 'At'), instantInWords(confirmed.recordedAt, language, zone))}
${row(say(language, 'Mã tham chiếu', 'Reference'), confirmed.reference)}</dl>`;
}

/** Asks before anything happens: opening the link is harmless. */
export function askObjectionPage(input: ObjectionInput): string {
  const { language, path, confirmed, zone } = input;
  const until = instantInWords(confirmed.objectUntil, language, zone);
  return whole(
    input,
    say(language, 'Trả lời này không phải của ông/bà?', 'Was this answer not yours?'),
    html`${answerGiven(input)}
<div class="box late"><p>${say(
      language,
      'Khi ông/bà báo “không phải tôi”, hồ sơ tạm dừng và bộ phận thi đua – khen thưởng kiểm tra. Trả lời đã ghi nhận không tự mất đi.',
      'When you say “this was not me”, the nomination is put on hold and the secretariat looks into it. The recorded answer does not vanish by itself.',
    )}</p><p>${say(language, `Có thể báo đến ${until}.`, `You can do so until ${until}.`)}</p></div>
<form method="post" action="${path}?lang=${language}"><label for="reason">${say(language, 'Ông/bà biết gì thêm? (không bắt buộc)', 'Anything else you know? (optional)')}</label>
<textarea id="reason" name="reason" maxlength="4000"></textarea>
<label class="choice"><input type="checkbox" name="sure" value="yes" required>${say(language, 'Tôi không gửi trả lời này', 'I did not send this answer')}</label>
<button type="submit">${say(language, 'Không phải tôi', 'This was not me')}</button></form>
<p class="soft">${say(language, 'Nếu đúng là ông/bà đã gửi, xin đóng trang này.', 'If it was you, close this page.')}</p>`,
  );
}

/** What became of an objection. */
export function objectedPage(input: ObjectionInput): string {
  const { objection, language, zone, task } = input;
  const at = objection ? instantInWords(objection.openedAt, language, zone) : '';
  return whole(
    input,
    say(language, 'Đã ghi nhận: không phải ông/bà', 'Recorded: this was not you'),
    html`<div class="box done" role="status"><p>${say(language, `Ghi nhận lúc ${at}.`, `Recorded at ${at}.`)}</p><p>${whatFollows(objection, task, language)}</p></div>${answerGiven(input)}`,
  );
}

function whatFollows(objection: Objection | null, task: TaskPageData, language: Language): string {
  if (objection?.settledAt) return say(language, 'Bộ phận thi đua – khen thưởng đã kiểm tra xong.', 'The secretariat has looked into it.');
  const ended = ['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE', 'WITHDRAWN', 'LAPSED', 'TERMINATED', 'REVOKED'];
  if (ended.includes(task.nomination.state))
    return say(
      language,
      'Hồ sơ đã kết thúc nên không tạm dừng được; bộ phận thi đua – khen thưởng đã được báo để xử lý.',
      'The nomination has ended and cannot be put on hold; the secretariat has been told and will deal with it.',
    );
  return say(
    language,
    'Hồ sơ tạm dừng. Bộ phận thi đua – khen thưởng đã được báo và sẽ liên hệ với ông/bà.',
    'The nomination is on hold. The secretariat has been told and will get in touch with you.',
  );
}

/** Too late for the button, never too late to tell somebody. */
export function objectionOverPage(input: ObjectionInput): string {
  const { language, confirmed, zone } = input;
  const until = instantInWords(confirmed.objectUntil, language, zone);
  return whole(
    input,
    say(language, 'Đã hết thời gian báo qua đường dẫn này', 'The time for this link is over'),
    html`<div class="box"><p>${say(
      language,
      `Đường dẫn này nhận báo đến ${until}. Nếu trả lời không phải của ông/bà, xin báo ngay bộ phận thi đua – khen thưởng và nêu mã tham chiếu.`,
      `This link took objections until ${until}. If the answer was not yours, tell the secretariat at once and give the reference.`,
    )}</p></div>${answerGiven(input)}`,
  );
}
